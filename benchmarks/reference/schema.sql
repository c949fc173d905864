create table charger (
  charger_id text primary key, password_hash text not null, tariff_id int not null,
  vendor text, model text, firmware text, station_id int not null
);
create table connection (
  charger_id text primary key references charger, connection_id bigint, connected_at timestamptz,
  last_seen_at timestamptz, booted_at timestamptz
);
create sequence connection_number;
create table connector (
  charger_id text references charger, connector_id int, status text, error_code text,
  reported_at timestamptz, arrived_at timestamptz, transaction_id int,
  primary key (charger_id, connector_id)
);
create table tariff (
  tariff_id int primary key, rate_micro_per_kwh bigint not null, session_fee_minor bigint not null
);
create table wallet (
  user_id int primary key, balance_minor bigint not null, held_minor bigint not null default 0
);
create table id_tag (tag text primary key, user_id int not null references wallet);
create table charge (
  transaction_id int generated always as identity primary key,
  charger_id text not null references charger, connector_id int not null, tag text not null,
  user_id int, started_at timestamptz not null, meter_start_wh bigint not null,
  state text not null, stopped_at timestamptz, meter_stop_wh bigint, reason text,
  last_reading_at timestamptz, last_reading_wh bigint, readings int not null default 0,
  held_minor bigint not null default 0, price_minor bigint, bill_due_at timestamptz,
  id_tag_status text not null,
  unique (charger_id, connector_id, tag, started_at, meter_start_wh)
);
create index charge_by_charger on charge (charger_id, started_at desc);
create index charge_by_user on charge (user_id, started_at desc);
create index charge_due on charge (bill_due_at) where bill_due_at is not null;
create table meter_value (
  charger_id text not null, connector_id int not null, transaction_id int,
  taken_at timestamptz not null, samples jsonb not null,
  primary key (charger_id, connector_id, taken_at)
);
create table ledger (
  user_id int not null, transaction_id int not null, kind text not null, amount_minor bigint not null,
  balance_after_minor bigint not null, at timestamptz not null,
  primary key (user_id, transaction_id, kind)
);
create table station_day (
  station_id int, day date, energy_wh bigint not null, revenue_minor bigint not null,
  sessions int not null, primary key (station_id, day)
);
create table timeline (
  transaction_id int not null, at timestamptz not null, what text not null, message_id text
);
create index timeline_of on timeline (transaction_id, at);
create table message_log (
  charger_id text not null, at timestamptz not null, number bigint generated always as identity,
  action text, message_id text, request text, answer text,
  primary key (charger_id, at, number)
);
