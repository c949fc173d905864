import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";

const URL_OF_SYSTEM = process.env.CSMS_URL ?? "";
const ROOT = new URL("../..", import.meta.url).pathname;

export interface Place {
  chargerId: string;
  password: string;
  stationId: string;
  stationName: string;
}

export interface Driver {
  subject: string;
  userId: string;
  token: string;
}

async function send(method: string, path: string, token: string, body?: unknown, key?: string) {
  const response = await fetch(URL_OF_SYSTEM + path, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(key ? { "idempotency-key": key } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** A token of the machine's own provider; anybody can be anybody there. */
export async function tokenOf(subject: string, role: "ADMIN" | "USER"): Promise<string> {
  const response = await fetch(`${URL_OF_SYSTEM}/_identity/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: subject,
      scope: role,
    }),
  });
  return (await response.json()).access_token;
}

/** What an operator does before and beside a test. */
export class Operator {
  private constructor(private readonly token: string) {}

  static async signIn(): Promise<Operator> {
    return new Operator(await tokenOf("admin", "ADMIN"));
  }

  get(path: string) {
    return send("GET", path, this.token);
  }

  post(path: string, body: unknown, key?: string) {
    return send("POST", path, this.token, body, key);
  }

  /** A station with a tariff and one charger, all new. */
  async addPlace(minimumMinor = 0): Promise<Place> {
    const id = `E2E-${randomUUID().slice(0, 8).toUpperCase()}`;
    const tariff = await this.post("/api/admin/tariffs", {
      name: `Tariff ${id}`,
      energy_rate_micro_per_kwh: 490_000,
      session_fee_minor: 50,
      tax_rate_micro: 190_000,
      tax_included: true,
    });
    const station = await this.post("/api/admin/stations", {
      name: `Station ${id}`,
      address: "Europaplatz 1, 10557 Berlin",
      time_zone: "Europe/Berlin",
      latitude: 52.52 + Math.random() / 10,
      longitude: 13.36 + Math.random() / 10,
      tariff_id: tariff.tariff_id,
      minimum_balance_minor: minimumMinor,
    });
    const registered = await this.post("/api/admin/chargers", {
      identity: id,
      station_id: station.station_id,
      rated_power_w: 22_000,
    });
    return {
      chargerId: registered.charger.charger_id,
      password: registered.access.password.text,
      stationId: station.station_id,
      stationName: station.name,
    };
  }

  /** A driver who has signed in once; with money when asked. */
  async addDriver(
    amountMinor = 0,
    subject = `driver-${randomUUID().slice(0, 8)}`,
  ): Promise<Driver> {
    const token = await tokenOf(subject, "USER");
    const profile = await send("GET", "/auth/profile", token);
    const driver = { subject, token, userId: profile.user_id };
    if (amountMinor > 0) await this.topUp(driver, amountMinor);
    return driver;
  }

  /** Lets a charger send its readings every so many of its seconds. */
  async readEvery(place: Place, seconds: number): Promise<void> {
    await this.post(`/api/admin/chargers/${place.chargerId}/commands`, {
      action: "ChangeConfiguration",
      payload: { key: "MeterValueSampleInterval", value: String(seconds) },
    });
  }

  /** A driver starts at a place; the number of the transaction that begins. */
  async startFor(driver: Driver, place: Place): Promise<number> {
    const path = `/users/${driver.userId}/charging-sessions`;
    const body = { charger_id: place.chargerId, connector_id: 1 };
    const session = await send("POST", path, driver.token, body, randomUUID());
    for (let look = 0; look < 100; look += 1) {
      const now = await send("GET", `${path}/${session.session_id}`, driver.token);
      if (now.transaction) return now.transaction.transaction_id;
      await new Promise((resume) => setTimeout(resume, 200));
    }
    throw new Error("the charge did not begin");
  }

  /** The driver ends a charge. */
  async stopFor(driver: Driver, sessionId: string): Promise<void> {
    const path = `/users/${driver.userId}/charging-sessions/${sessionId}/stop`;
    await send("POST", path, driver.token);
  }

  /** The driver's newest charging session. */
  async sessionOf(driver: Driver): Promise<string> {
    const path = `/users/${driver.userId}/charging-sessions`;
    return (await send("GET", path, driver.token)).items[0].session_id;
  }

  async topUp(driver: Driver, amountMinor: number): Promise<void> {
    const path = `/api/admin/users/${driver.userId}/wallet/top-up`;
    await this.post(path, { amount_minor: amountMinor }, randomUUID());
  }
}

/** A simulated charger that plays a scenario at so many times real speed. */
export class Charger {
  private output = "";

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on("data", (text) => this.hear(text));
    child.stderr?.on("data", (text) => this.hear(text));
  }

  static play(place: Place, scenario: string, speed: number): Charger {
    const how = ["--scenario", scenario, "--speed", String(speed)];
    return Charger.run(place, "simulators.charge_point", how);
  }

  /** A charger with a cable plugged in that gives this answer to a start, and then does nothing. */
  static stubborn(place: Place, answer: "Accepted" | "Rejected"): Charger {
    return Charger.run(place, "tests.e2e.stubborn_charger", ["--answer", answer]);
  }

  private static run(place: Place, module: string, how: string[]): Charger {
    const url = `${URL_OF_SYSTEM.replace("http", "ws")}/ocpp`;
    const who = ["--url", url, "--id", place.chargerId, "--password", place.password];
    const child = spawn(process.env.PYTHON ?? "python3", ["-u", "-m", module, ...how, ...who], {
      cwd: ROOT,
      env: { ...process.env, PYTHONPATH: `${ROOT}shared:${ROOT}` },
    });
    return new Charger(child);
  }

  /** Pulls its plug: no close frame, no goodbye. */
  kill(): void {
    this.child.kill("SIGKILL");
  }

  /** The cable is plugged in, and the charger waits to be started. */
  async isWaiting(): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!this.output.includes("await command")) {
      if (Date.now() > deadline) throw new Error(`the charger does not wait:\n${this.output}`);
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }

  private hear(text: Buffer): void {
    this.output += text.toString();
  }
}
