import type { ReadInputBarcodeFormat } from "zxing-wasm/reader";
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";

/** Finds the text of a QR code in a picture; null when there is none. */
export type Detect = (picture: ImageData | Blob) => Promise<string | null>;

const FORMATS: ReadInputBarcodeFormat[] = ["QRCode"];

/** The browser's own detector where it exists, else the bundled one (fetched only now). */
export async function loadDetector(): Promise<Detect> {
  return (await nativeDetector()) ?? bundledDetector();
}

interface NativeDetector {
  detect: (picture: ImageBitmap | ImageData) => Promise<{ rawValue: string }[]>;
}

interface NativeClass {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats: () => Promise<string[]>;
}

declare global {
  interface Window {
    BarcodeDetector?: NativeClass;
  }
}

async function nativeDetector(): Promise<Detect | null> {
  const Native = window.BarcodeDetector;
  if (!Native || !(await Native.getSupportedFormats()).includes("qr_code")) return null;
  const detector = new Native({ formats: ["qr_code"] });
  return async (picture) => {
    const source = picture instanceof Blob ? await createImageBitmap(picture) : picture;
    return (await detector.detect(source))[0]?.rawValue ?? null;
  };
}

async function bundledDetector(): Promise<Detect> {
  const { prepareZXingModule, readBarcodes } = await import("zxing-wasm/reader");
  await prepareZXingModule({
    overrides: { locateFile: () => wasmUrl },
    fireImmediately: true,
  });
  return async (picture) => {
    const found = await readBarcodes(picture, { formats: FORMATS, tryHarder: true });
    return found[0]?.text ?? null;
  };
}
