import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { loadConfig } from "#/shared/auth/config";
import { cx } from "#/shared/lib/cx";
import type { Point } from "#/shared/lib/distance";
import { useTheme } from "#/shared/lib/theme";
import type { Box } from "#/shared/stations/stations";
import { MapView } from "./MapView";
import type { Pin } from "./pins";

interface Props {
  pins: Pin[];
  selected: string | null;
  onSelect: (id: string) => void;
  /** The visible box, after somebody moved the map. */
  onMove?: (box: Box) => void;
  me?: Point | null;
  className?: string;
}

/** Pins on a map. A list with the same things must stand beside it. */
export default function StationMap(props: Props) {
  const { pins, selected, onSelect, onMove, me = null, className } = props;
  const { t } = useLingui();
  const theme = useTheme();
  const element = useRef<HTMLDivElement>(null);
  const view = useRef<MapView | null>(null);
  const callbacks = useRef({ onSelect, onMove });
  callbacks.current = { onSelect, onMove };

  useEffect(() => {
    if (!element.current) return;
    const made = new MapView(element.current, {
      select: (id) => callbacks.current.onSelect(id),
      move: (box) => callbacks.current.onMove?.(box),
      names: { zoomIn: t`Zoom in`, zoomOut: t`Zoom out` },
    });
    view.current = made;
    loadConfig().then(
      ({ tiles }) => made.showTiles(tiles),
      () => made.showOutline(),
    );
    return () => {
      view.current = null;
      made.remove();
    };
  }, [t]);
  useEffect(() => view.current?.showPins(pins, selected), [pins, selected]);
  useEffect(() => view.current?.showMe(me), [me]);
  useEffect(() => view.current?.restyle(theme), [theme]);

  return (
    <section
      ref={element}
      aria-label={t`Map of stations`}
      className={cx("isolate bg-(--c-water)", className)}
    />
  );
}
