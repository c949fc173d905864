import { divIcon } from "leaflet";

/** A station on the map: how many connectors are free of how many, and what to read out. */
export interface Pin {
  id: string;
  latitude: number;
  longitude: number;
  free: number;
  total: number;
  /** Nothing certain is known of any connector. */
  isUnknown: boolean;
  name: string;
}

/** A drop with the number of free connectors; the colour repeats what the number says. */
export function pinIcon(pin: Pin, isSelected: boolean) {
  const drop = document.createElement("span");
  const tone = pin.isUnknown ? "unknown" : pin.free > 0 ? "free" : "full";
  drop.className = `pin pin-${tone}${isSelected ? " pin-selected" : ""}`;
  const number = document.createElement("span");
  number.textContent = pin.isUnknown ? "?" : String(pin.free);
  drop.append(number);
  return divIcon({ html: drop, className: "pin-box", iconSize: [44, 48], iconAnchor: [22, 46] });
}
