import {
  canvas,
  circleMarker,
  control,
  type LatLngBounds,
  type Layer,
  latLngBounds,
  layerGroup,
  map,
  marker,
  type Polygon,
  polygon,
  type TileLayer,
  tileLayer,
} from "leaflet";
import "leaflet/dist/leaflet.css";
import "./map.css";
import type { Point } from "#/shared/lib/distance";
import type { Box } from "#/shared/stations/stations";
import { loadOutline } from "./outline";
import { type Pin, pinIcon } from "./pins";

interface Callbacks {
  select: (id: string) => void;
  move: (box: Box) => void;
  names: { zoomIn: string; zoomOut: string };
}

const FIRST_VIEW = { center: [50, 8] as [number, number], zoom: 4 };
/** So many tiles may fail before the outline takes their place. */
const MOST_FAILED_TILES = 2;

/** Leaflet behind a few verbs. It owns its element until `remove`. */
export class MapView {
  private readonly map;
  private readonly pins = layerGroup();
  private readonly outline = layerGroup();
  private readonly ending = new AbortController();
  private readonly callbacks: Callbacks;
  private tiles: TileLayer | null = null;
  private me: Layer | null = null;
  private fitted: LatLngBounds | null = null;
  private isTouched = false;
  private isFitting = false;
  private hasOutline = false;

  constructor(element: HTMLElement, callbacks: Callbacks) {
    this.callbacks = callbacks;
    this.map = map(element, {
      ...FIRST_VIEW,
      zoomControl: false,
      attributionControl: false,
      minZoom: 3,
      maxZoom: 18,
      worldCopyJump: true,
      zoomAnimation: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
    });
    const { zoomIn, zoomOut } = callbacks.names;
    control
      .zoom({ position: "topright", zoomInTitle: zoomIn, zoomOutTitle: zoomOut })
      .addTo(this.map);
    this.outline.addTo(this.map);
    this.pins.addTo(this.map);
    // Only what a person does asks for another box; fitting to the pins does not.
    this.map.on("dragend zoomend", (event) => {
      if (this.isFitting || (event.type === "zoomend" && !this.fitted)) return;
      this.isTouched = true;
      this.tellBox();
    });
    const resized = new ResizeObserver(() => this.resize());
    resized.observe(element);
    this.ending.signal.addEventListener("abort", () => resized.disconnect());
  }

  /** Tiles over the outline; where they fail, the outline shows instead. */
  showTiles({ url, attribution }: { url: string; attribution: string }): void {
    if (this.ending.signal.aborted) return;
    if (url === "") {
      this.showOutline();
      return;
    }
    let failed = 0;
    this.tiles = tileLayer(url, { maxZoom: 18, className: "map-tiles" });
    this.tiles.on("tileerror", () => {
      failed += 1;
      if (failed < MOST_FAILED_TILES) return;
      this.tiles?.remove();
      this.showOutline();
    });
    control
      .attribution({ prefix: false, position: "bottomright" })
      .addAttribution(attribution)
      .addTo(this.map);
    this.tiles.addTo(this.map);
  }

  showOutline(): void {
    if (this.hasOutline || this.ending.signal.aborted) return;
    this.hasOutline = true;
    const renderer = canvas({ padding: 0.4 });
    loadOutline(this.ending.signal)
      .then((countries) => {
        for (const rings of countries) {
          polygon(rings, { ...outlineStyle(), renderer, interactive: false }).addTo(this.outline);
        }
      })
      // Without outline and tiles there are still the pins, and the list.
      .catch(() => undefined);
  }

  showPins(pins: Pin[], selected: string | null): void {
    this.pins.clearLayers();
    for (const pin of pins) {
      const isSelected = pin.id === selected;
      marker([pin.latitude, pin.longitude], {
        icon: pinIcon(pin, isSelected),
        title: pin.name,
        zIndexOffset: isSelected ? 1000 : 0,
      })
        .on("click keypress", () => this.callbacks.select(pin.id))
        .addTo(this.pins);
    }
    if (this.fitted || pins.length === 0) return;
    this.fitted = latLngBounds(pins.map((pin) => [pin.latitude, pin.longitude]));
    this.fit(this.fitted);
  }

  showMe(me: Point | null): void {
    this.me?.remove();
    if (!me) return;
    this.me = circleMarker([me.latitude, me.longitude], { radius: 8, className: "map-me" }).addTo(
      this.map,
    );
    this.isTouched = true;
    this.map.setView([me.latitude, me.longitude], Math.max(this.map.getZoom(), 11));
  }

  /** The outline in the colours of the theme; tiles follow by CSS. */
  restyle(_theme: string): void {
    const style = outlineStyle();
    this.outline.eachLayer((layer) => {
      if (isPolygon(layer)) layer.setStyle(style);
    });
  }

  remove(): void {
    this.ending.abort();
    this.map.remove();
  }

  /** The pins come before the layout has its last size: until a person moves it, it fits again. */
  private resize(): void {
    this.map.invalidateSize({ animate: false });
    if (this.fitted && !this.isTouched) this.fit(this.fitted);
  }

  private fit(bounds: LatLngBounds): void {
    this.isFitting = true;
    this.map.fitBounds(bounds, { padding: [56, 56], maxZoom: 14, animate: false });
    this.isFitting = false;
  }

  private tellBox(): void {
    const bounds = this.map.getBounds().pad(0.02);
    const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
    this.callbacks.move([
      round(Math.max(-180, bounds.getWest())),
      round(Math.max(-90, bounds.getSouth())),
      round(Math.min(180, bounds.getEast())),
      round(Math.min(90, bounds.getNorth())),
    ]);
  }
}

function outlineStyle() {
  const token = (name: string) =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return { color: token("--c-line"), fillColor: token("--c-land"), fillOpacity: 1, weight: 1 };
}

function isPolygon(layer: Layer): layer is Polygon {
  return "setStyle" in layer;
}
