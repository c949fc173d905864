import { queryOptions } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { live } from "#/shared/live/live";

export type Firmware = AdminSchema<"KeptFirmwareView">;
export type FirmwareFields = AdminSchema<"FirmwareFields">;
export type Installation = AdminSchema<"InstallationView">;
export type Upload = AdminSchema<"UploadView">;

export const firmwareListQuery = pagedQuery(["admin", "firmware"], (cursor, signal) =>
  unwrap(adminApi.GET("/api/admin/firmware", { params: { query: { cursor } }, signal })),
);

function at(firmwareId: string) {
  return { path: { firmware_id: firmwareId } };
}

export function firmwareQuery(firmwareId: string) {
  return queryOptions({
    queryKey: ["admin", "firmware", firmwareId],
    queryFn: ({ signal }) =>
      unwrap(adminApi.GET("/api/admin/firmware/{firmware_id}", { params: at(firmwareId), signal })),
  });
}

/** Who was asked to install it, and how far each is. */
export function installationsQuery(firmwareId: string) {
  return {
    ...pagedQuery(["admin", "firmware", firmwareId, "chargers"], (cursor, signal) =>
      unwrap(
        adminApi.GET("/api/admin/firmware/{firmware_id}/chargers", {
          params: { ...at(firmwareId), query: { cursor } },
          signal,
        }),
      ),
    ),
    ...live(),
  };
}

export function announceFirmware(body: FirmwareFields) {
  return unwrap(adminApi.POST("/api/admin/firmware", { body }));
}

export function offerUpload(firmwareId: string) {
  return unwrap(
    adminApi.POST("/api/admin/firmware/{firmware_id}/upload", { params: at(firmwareId) }),
  );
}

export function withdrawFirmware(firmwareId: string) {
  return unwrap(
    adminApi.DELETE("/api/admin/firmware/{firmware_id}", {
      params: { ...at(firmwareId), query: { confirmed: true } },
    }),
  );
}

const MOST_AT_ONCE = 100;

/**
 * Asks chargers to install it; each has an outcome of its own.
 * confirmed: also chargers of other models than it is for.
 */
export async function installFirmware(
  firmware: Firmware,
  chargerIds: string[],
  confirmed: boolean,
): Promise<AdminSchema<"BulkOutcome">[]> {
  const outcomes: AdminSchema<"BulkOutcome">[] = [];
  for (let begin = 0; begin < chargerIds.length; begin += MOST_AT_ONCE) {
    const body = {
      action: firmware.is_signed ? "SignedUpdateFirmware" : "UpdateFirmware",
      payload: {},
      charger_ids: chargerIds.slice(begin, begin + MOST_AT_ONCE),
      firmware_id: firmware.firmware_id,
      confirmed,
    };
    outcomes.push(...(await unwrap(adminApi.POST("/api/admin/commands/bulk", { body }))));
  }
  return outcomes;
}

/**
 * Sends an image to the file door. `fetch` tells nothing of how far it is, so this is the older way.
 * onProgress: the part that is sent, from 0 to 1.
 */
export function sendImage(upload: Upload, image: File, onProgress: (part: number) => void) {
  return new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", upload.url);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new UploadFailed(request.status));
    request.onerror = () => reject(new UploadFailed(0));
    request.send(image);
  });
}

/** The file door did not take it. status: 0 when it could not be reached. */
export class UploadFailed extends Error {
  constructor(readonly status: number) {
    super(`the upload ended with ${status}`);
  }
}
