import { open } from "node:fs/promises";
import QRCode from "qrcode";

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 10;
const MODULE_PX = 8;

/** Writes a short film (YUV4MPEG2) of a QR code on grey paper, for Chromium's fake camera. */
export async function writeClip(path: string, text: string): Promise<void> {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const luma = Buffer.alloc(WIDTH * HEIGHT, 200);
  const size = modules.size * MODULE_PX;
  const left = Math.floor((WIDTH - size) / 2);
  const top = Math.floor((HEIGHT - size) / 2);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const isDark = modules.get(Math.floor(y / MODULE_PX), Math.floor(x / MODULE_PX));
      luma[(top + y) * WIDTH + left + x] = isDark ? 30 : 220;
    }
  }
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const file = await open(path, "w");
  await file.write(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  for (let frame = 0; frame < FRAMES; frame += 1) {
    await file.write("FRAME\n");
    await file.write(luma);
    await file.write(chroma);
  }
  await file.close();
}
