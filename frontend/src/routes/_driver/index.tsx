import { createFileRoute } from "@tanstack/react-router";
import { MapPage } from "#/features/places/pages/MapPage";

export const Route = createFileRoute("/_driver/")({ component: MapPage });
