// Generated from docs/openapi/user.json by `npm run schema`.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Health
         * @description Whether the API answers.
         */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Places
         * @description Stations in a part of the map, or by name, with free connectors and price.
         */
        get: operations["listPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stations/{station_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Place
         * @description A station with the state of its connectors.
         */
        get: operations["readPlace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chargers/{charger_id}/connectors/{connector_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Connector
         * @description What the code on a connector opens: its state, its station, the price.
         */
        get: operations["readConnector"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/clerk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Clerk Webhook
         * @description Take over what changed of a person; events that are not about people are ignored.
         *
         *     403 for a signature that is wrong or older than five minutes; the same message again changes
         *     nothing; 404 where webhooks are off.
         */
        post: operations["takeClerkWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Stripe Webhook
         * @description Enter what was paid or given back; the same message again changes nothing.
         *
         *     403 for a signature that is wrong or older than five minutes; 404 where cards are off.
         */
        post: operations["takeStripeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Profile
         * @description Who is signed in. A person appears here with their first request.
         */
        get: operations["readProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description Everyone, by name, for operators; oneself for others.
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read User
         * @description Oneself (`me`), or anyone for operators.
         */
        get: operations["readUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Transactions
         * @description What a person charged, newest first.
         */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Wallet
         * @description A person's wallet.
         */
        get: operations["readWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/wallet/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Ledger
         * @description What happened to a person's money, newest first.
         */
        get: operations["listLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/id-tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Id Tags
         * @description The tags with which a person can charge.
         */
        get: operations["listIdTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/transactions/{transaction_id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Receipt
         * @description What was charged and why, with readings, payments and timeline.
         */
        get: operations["readReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/transactions/{transaction_id}/receipt.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Receipt Page
         * @description The receipt as a page to print.
         */
        get: operations["readReceiptPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/wallet/card-top-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Checkout
         * @description Make a page to pay on, once per Idempotency-Key. 409 where there are no cards.
         */
        post: operations["openCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/charging-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions
         * @description A person's sessions, newest first, without their transactions.
         */
        get: operations["listSessions"];
        put?: never;
        /**
         * Start Session
         * @description Ask a charger to start, once per Idempotency-Key.
         *
         *     The session exists at once; read it again to see whether the charger starts. 409 with the
         *     reason when the wallet or the charger does not allow a start.
         */
        post: operations["startSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/charging-sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Session
         * @description A session as it is now, with energy, cost and power.
         */
        get: operations["readSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/charging-sessions/{session_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop Session
         * @description Ask the charger to stop, or cancel what has not begun.
         *
         *     200 with the outcome; 202 when the charger has not answered yet.
         */
        post: operations["stopSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Bucket
         * @description What the map shows of a connector. UNKNOWN: its charger is not reachable.
         * @enum {string}
         */
        Bucket: "free" | "busy" | "unavailable" | "faulted" | "unknown";
        /**
         * CardTopUp
         * @description How much to pay in.
         * @example {
         *       "amount_minor": 2000
         *     }
         */
        CardTopUp: {
            /** Amount Minor */
            amount_minor: number;
        };
        /**
         * CardTopUpBounds
         * @description How much can be paid in by card at once, both ends included.
         */
        CardTopUpBounds: {
            /** Minimum Minor */
            minimum_minor: number;
            /** Maximum Minor */
            maximum_minor: number;
        };
        /**
         * CheckoutView
         * @description Where to pay. The wallet has the money when the provider says that it was paid.
         */
        CheckoutView: {
            /** Checkout Id */
            checkout_id: string;
            /** Url */
            url: string;
        };
        /**
         * CommandState
         * @description The life of a command. Everything from ACCEPTED on is final but IN_DOUBT.
         * @enum {string}
         */
        CommandState: "queued" | "sent" | "in_doubt" | "accepted" | "rejected" | "not_supported" | "error" | "timed_out" | "expired" | "superseded" | "offline";
        /**
         * ConnectorPage
         * @description What a driver sees who scanned the code on a connector.
         */
        ConnectorPage: {
            /** Charger Id */
            charger_id: string;
            /** Charger Name */
            charger_name: string;
            /** Connector Id */
            connector_id: number;
            state: components["schemas"]["Bucket"];
            /**
             * Status
             * @description as the charger last reported it
             */
            status: string | null;
            /** Rated Power W */
            rated_power_w: number;
            station: components["schemas"]["PlaceView"];
            /**
             * Minimum Balance Minor
             * @description what a wallet must have for a start
             */
            minimum_balance_minor: number;
        };
        /**
         * ConnectorState
         * @description A connector, as a driver in front of it cares.
         */
        ConnectorState: {
            /** Charger Id */
            charger_id: string;
            /** Charger Name */
            charger_name: string;
            /** Connector Id */
            connector_id: number;
            state: components["schemas"]["Bucket"];
            /**
             * Status
             * @description as the charger last reported it
             */
            status: string | null;
            /** Rated Power W */
            rated_power_w: number;
        };
        /**
         * DriverWalletView
         * @description A user's money, and how it can grow.
         */
        DriverWalletView: {
            /** User Id */
            user_id: string;
            /** Currency */
            currency: string;
            /** Balance Minor */
            balance_minor: number;
            /** Held Minor */
            held_minor: number;
            /**
             * Available Minor
             * @description balance less what is held
             */
            available_minor: number;
            /** Version */
            version: number;
            /**
             * Open Bills
             * @description transactions that wait for money
             */
            open_bills: number[];
            /** @description null where cards cannot be used */
            card_top_up: components["schemas"]["CardTopUpBounds"] | null;
        };
        /**
         * EntryView
         * @description One entry of the ledger that belongs to the transaction.
         */
        EntryView: {
            /** Kind */
            kind: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Amount Minor
             * @description of the wallet: a charge is negative
             */
            amount_minor: number;
            /** Note */
            note: string | null;
        };
        /**
         * FieldError
         * @description What is wrong with one field: where it is, as `body.name`, and a sentence about it.
         */
        FieldError: {
            /** Field */
            field: string;
            /**
             * Message
             * @description goes on after the field's name
             */
            message: string;
            /**
             * Code
             * @description a stable word for what is wrong, as `string_too_long`
             */
            code: string;
            /**
             * Params
             * @description what the sentence names, as `max_length`
             */
            params: {
                [key: string]: number | string;
            };
        };
        /**
         * HealthView
         * @description That the function answers.
         */
        HealthView: {
            /** Status */
            status: string;
        };
        /**
         * LedgerEntryView
         * @description One entry of a ledger; it never changes.
         */
        LedgerEntryView: {
            /** Sequence */
            sequence: number;
            /** Kind */
            kind: string;
            /** Amount Minor */
            amount_minor: number;
            /** Balance After Minor */
            balance_after_minor: number;
            /** Held After Minor */
            held_after_minor: number;
            /** Currency */
            currency: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Note */
            note: string | null;
            /** Station Id */
            station_id: string | null;
            /** Transaction Id */
            transaction_id: number | null;
            /** Key */
            key: string;
        };
        /**
         * LiveView
         * @description The newest reading.
         */
        LiveView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Power W */
            power_w: number | null;
            /** State Of Charge Percent */
            state_of_charge_percent: number | null;
        };
        /** PageView[LedgerEntryView] */
        PageView_LedgerEntryView_: {
            /** Items */
            items: components["schemas"]["LedgerEntryView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[PlaceView] */
        PageView_PlaceView_: {
            /** Items */
            items: components["schemas"]["PlaceView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[SessionView] */
        PageView_SessionView_: {
            /** Items */
            items: components["schemas"]["SessionView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[TagView] */
        PageView_TagView_: {
            /** Items */
            items: components["schemas"]["TagView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[TransactionView] */
        PageView_TransactionView_: {
            /** Items */
            items: components["schemas"]["TransactionView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[UserView] */
        PageView_UserView_: {
            /** Items */
            items: components["schemas"]["UserView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /**
         * PlaceDetail
         * @description A station with its connectors.
         */
        PlaceDetail: {
            /** Station Id */
            station_id: string;
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Time Zone */
            time_zone: string;
            /** Latitude */
            latitude: number;
            /** Longitude */
            longitude: number;
            /**
             * Connectors
             * @description how many are free, busy, unknown, …
             */
            connectors: {
                [key: string]: number;
            };
            /** @description null while no tariff is valid */
            price: components["schemas"]["PriceTag"] | null;
            /** Minimum Balance Minor */
            minimum_balance_minor: number;
            /** Chargers */
            chargers: components["schemas"]["ConnectorState"][];
        };
        /**
         * PlaceView
         * @description A station on the map.
         */
        PlaceView: {
            /** Station Id */
            station_id: string;
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Time Zone */
            time_zone: string;
            /** Latitude */
            latitude: number;
            /** Longitude */
            longitude: number;
            /**
             * Connectors
             * @description how many are free, busy, unknown, …
             */
            connectors: {
                [key: string]: number;
            };
            /** @description null while no tariff is valid */
            price: components["schemas"]["PriceTag"] | null;
        };
        /**
         * PriceLineView
         * @description One line of the price.
         */
        PriceLineView: {
            /** Kind */
            kind: string;
            /** Quantity */
            quantity: number;
            /** Unit */
            unit: string;
            /** Rate Micro */
            rate_micro: number | null;
            /** Amount Minor */
            amount_minor: number;
            /**
             * Name
             * @description of the window of the tariff
             */
            name: string | null;
        };
        /**
         * PriceTag
         * @description What charging costs. Rates are in millionths of a major unit.
         */
        PriceTag: {
            /** Currency */
            currency: string;
            /** Energy Rate Micro Per Kwh */
            energy_rate_micro_per_kwh: number;
            /** Session Fee Minor */
            session_fee_minor: number;
            /**
             * Minute Rate Micro
             * @description per minute of charging
             */
            minute_rate_micro: number;
            /**
             * Idle Rate Micro
             * @description per minute that a full vehicle keeps the connector
             */
            idle_rate_micro: number;
            /**
             * Idle Grace S
             * @description how long it may do so for nothing
             */
            idle_grace_s: number;
            /** Minimum Minor */
            minimum_minor: number;
            /** Maximum Minor */
            maximum_minor: number | null;
            /** Tax Rate Micro */
            tax_rate_micro: number;
            /** Tax Included */
            tax_included: boolean;
            /**
             * Windows
             * @description other prices; the first that fits counts
             */
            windows: components["schemas"]["WindowView"][];
        };
        /**
         * PriceView
         * @description How the price came about; the lines add up to the total.
         */
        PriceView: {
            /** Currency */
            currency: string;
            /** Lines */
            lines: components["schemas"]["PriceLineView"][];
            /** Net Minor */
            net_minor: number;
            /** Tax Minor */
            tax_minor: number;
            /** Total Minor */
            total_minor: number;
        };
        /**
         * Problem
         * @description RFC 9457. `title` names the status; `detail` is a sentence for a person.
         */
        Problem: {
            /**
             * Type
             * @default about:blank
             */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Field
             * @description what is wrong, when it is one, as `body.name`
             */
            field?: string | null;
            /** @description a stable word for the rule that refused */
            reason?: components["schemas"]["Reason"] | null;
            /**
             * Errors
             * @description every wrong field
             */
            errors?: components["schemas"]["FieldError"][] | null;
        };
        /** @enum {string} */
        Reason: "changed-meanwhile" | "exists" | "deactivated" | "deleted" | "role" | "self" | "signature" | "chain-too-long" | "charger-disabled" | "charger-pending" | "connector-needed" | "connector-reserved" | "cpo-name-missing" | "ends-transaction" | "key-pending" | "list-too-long" | "profile-not-higher" | "queue-full" | "read-only" | "secret-key" | "stack-level-too-high" | "too-many-keys" | "too-many-periods" | "transfer-not-offered" | "unit-not-offered" | "firmware-available" | "firmware-awaited" | "firmware-damaged" | "firmware-in-use" | "firmware-of-another-model" | "firmware-withdrawn" | "has_chargers" | "tariff-just-chosen" | "tariff_ended" | "tariff_in_use" | "not_billable" | "not_billed" | "not_cancellable" | "not_correctable" | "not_held" | "not_running" | "not_unbilled" | "session-over" | "transaction_running" | "cards_off" | "currency" | "insufficient_funds" | "more_than_paid" | "not_theirs" | "open_bill" | "payment" | "too_many_rows";
        /**
         * ReceiptView
         * @description What was charged for a transaction, and why. Times carry the station's offset.
         */
        ReceiptView: {
            /** Operator */
            operator: string;
            /**
             * Invoice Number
             * @description given some minutes after the bill
             */
            invoice_number: number | null;
            /**
             * Billed At
             * Format: date-time
             */
            billed_at: string;
            /** Transaction Id */
            transaction_id: number;
            /** Charger Id */
            charger_id: string;
            /**
             * Charger Name
             * @description null when it was deleted
             */
            charger_name: string | null;
            /** Connector Id */
            connector_id: number;
            /** Station Name */
            station_name: string | null;
            /** Station Address */
            station_address: string | null;
            /** Time Zone */
            time_zone: string;
            /** Tariff Name */
            tariff_name: string;
            /** Tariff Version */
            tariff_version: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Stopped At */
            stopped_at: string | null;
            /** Meter Start Wh */
            meter_start_wh: number;
            /** Meter Stop Wh */
            meter_stop_wh: number | null;
            /** Energy Wh */
            energy_wh: number;
            price: components["schemas"]["PriceView"];
            /** Refunded Minor */
            refunded_minor: number;
            /**
             * Total
             * @description for people, as 4.50 EUR
             */
            total: string;
            /** Readings */
            readings: components["schemas"]["RegisterView"][];
            /** Entries */
            entries: components["schemas"]["EntryView"][];
            /** Timeline */
            timeline: components["schemas"]["TimelineView"][];
        };
        /**
         * RegisterView
         * @description The energy register at a time.
         */
        RegisterView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Register Wh */
            register_wh: number;
        };
        /**
         * Role
         * @description What a person may do; the default is USER.
         * @enum {string}
         */
        Role: "USER" | "ADMIN";
        /**
         * SessionState
         * @description REQUESTED, PENDING_START, then exactly one of LINKED, FAILED, CANCELLED.
         * @enum {string}
         */
        SessionState: "REQUESTED" | "PENDING_START" | "LINKED" | "FAILED" | "CANCELLED";
        /**
         * SessionView
         * @description A session: REQUESTED, PENDING_START, then LINKED to a transaction, FAILED or CANCELLED.
         */
        SessionView: {
            /** Session Id */
            session_id: string;
            state: components["schemas"]["SessionState"];
            /** Charger Id */
            charger_id: string;
            /**
             * Charger Name
             * @description null when it was deleted
             */
            charger_name: string | null;
            /**
             * Station Name
             * @description where it charges; null when it was deleted
             */
            station_name: string | null;
            /** Connector Id */
            connector_id: number;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /**
             * Due At
             * @description when a start that did not happen has failed
             */
            due_at: string | null;
            /**
             * Reason
             * @description why it failed or was cancelled
             */
            reason: string | null;
            transaction: components["schemas"]["TransactionView"] | null;
            live: components["schemas"]["LiveView"] | null;
        };
        /**
         * StartRequest
         * @description Where to charge.
         * @example {
         *       "charger_id": "RDAM 123",
         *       "connector_id": 1
         *     }
         */
        StartRequest: {
            /** Charger Id */
            charger_id: string;
            /** Connector Id */
            connector_id: number;
        };
        /**
         * StopView
         * @description What became of a wish to stop.
         */
        StopView: {
            session: components["schemas"]["SessionView"];
            /** @description null when nothing had to be asked */
            command_state: components["schemas"]["CommandState"] | null;
        };
        /**
         * TagView
         * @description A tag.
         */
        TagView: {
            /** Id Tag */
            id_tag: string;
            /** User Id */
            user_id: string | null;
            /** Blocked */
            blocked: boolean;
            /** Expires At */
            expires_at: string | null;
            /** Parent Id Tag */
            parent_id_tag: string | null;
            /** Concurrent Limit */
            concurrent_limit: number;
            /** Created At */
            created_at: string | null;
            /** Version */
            version: number;
        };
        /**
         * TimelineView
         * @description One line of the timeline.
         */
        TimelineView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Arrived At
             * Format: date-time
             */
            arrived_at: string;
            /** Kind */
            kind: string;
            /** Text */
            text: string;
            /** Message Ids */
            message_ids: string[];
        };
        /**
         * TransactionView
         * @description A transaction in a list.
         */
        TransactionView: {
            /** Transaction Id */
            transaction_id: number;
            /**
             * State
             * @description RUNNING, PENDING_RECONCILIATION, STOPPED, COMPLETED, …
             */
            state: string;
            /** Charger Id */
            charger_id: string;
            /**
             * Charger Name
             * @description null when it was deleted
             */
            charger_name: string | null;
            /** Connector Id */
            connector_id: number;
            /** Station Id */
            station_id: string;
            /**
             * Station Name
             * @description null when it was deleted
             */
            station_name: string | null;
            /** Id Tag */
            id_tag: string;
            /** Payer Id */
            payer_id: string | null;
            /** Session Id */
            session_id: string | null;
            /**
             * Started At
             * Format: date-time
             * @description by the charger's clock, where that can be right
             */
            started_at: string;
            /** Stopped At */
            stopped_at: string | null;
            /** Stop Reason */
            stop_reason: string | null;
            /**
             * Energy Wh
             * @description so far, while it is running
             */
            energy_wh: number;
            /**
             * Price Minor
             * @description billed, else what it would cost; null in lists where time has a price
             */
            price_minor: number | null;
            /** Currency */
            currency: string | null;
            /**
             * Reconciled
             * @description whether it was closed here, without the charger's word
             */
            reconciled: boolean;
            /**
             * Reason
             * @description why it is HELD or UNBILLED
             */
            reason: string | null;
        };
        /**
         * UserView
         * @description A person.
         */
        UserView: {
            /** User Id */
            user_id: string;
            /** Name */
            name: string;
            /** Email */
            email: string | null;
            role: components["schemas"]["Role"];
            /** Active */
            active: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Version */
            version: number;
            /**
             * Deleted At
             * @description since when they are anonymous
             */
            deleted_at: string | null;
        };
        /**
         * WindowView
         * @description Other prices at certain hours of certain days, by the station's clock.
         */
        WindowView: {
            /** Name */
            name: string;
            /**
             * Weekdays
             * @description 0 is Monday
             */
            weekdays: number[];
            /** Begins */
            begins: string;
            /** Ends */
            ends: string;
            /** Energy Rate Micro Per Kwh */
            energy_rate_micro_per_kwh: number;
            /** Minute Rate Micro */
            minute_rate_micro: number;
        };
    };
    responses: {
        /** @description Nothing has changed since. */
        NotModified: {
            headers: {
                /** @description of this answer */
                ETag?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Bad Request */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Bad Request",
                 *       "status": 400,
                 *       "request_id": "JKJaXmPLvHcESHA=",
                 *       "detail": "the cursor is not one of this list",
                 *       "field": "cursor"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Content Too Large */
        ContentTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Content Too Large",
                 *       "status": 413,
                 *       "request_id": "JKJaXmPLvHcESHA=",
                 *       "detail": "the body is too large: 262144 bytes are allowed"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unprocessable Content */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unprocessable Content",
                 *       "status": 422,
                 *       "request_id": "JKJaXmPLvHcESHA=",
                 *       "detail": "body.name is too long: its length may be 120 at most",
                 *       "field": "body.name",
                 *       "errors": [
                 *         {
                 *           "field": "body.name",
                 *           "message": "is too long: its length may be 120 at most",
                 *           "code": "string_too_long",
                 *           "params": {
                 *             "max_length": 120
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Internal Server Error */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Internal Server Error",
                 *       "status": 500,
                 *       "request_id": "JKJaXmPLvHcESHA=",
                 *       "detail": "Something failed here; the request id leads operators to the cause."
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Service Unavailable */
        ServiceUnavailable: {
            headers: {
                /** @description after how many seconds the same request may come again */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Service Unavailable",
                 *       "status": 503,
                 *       "request_id": "JKJaXmPLvHcESHA=",
                 *       "detail": "the database is busy: send it again"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not Found */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not Found",
                 *       "status": 404,
                 *       "request_id": "JKJaXmPLvHcESHA=",
                 *       "detail": "charger 'rdam 125' does not exist"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Forbidden */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Forbidden",
                 *       "status": 403,
                 *       "request_id": "JKJaXmPLvHcESHA=",
                 *       "detail": "this is for operators",
                 *       "reason": "role"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Conflict */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "request_id": "JKJaXmPLvHcESHA=",
                 *       "detail": "the station still has chargers: move or delete them first",
                 *       "reason": "has_chargers"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unauthorized */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unauthorized",
                 *       "status": 401,
                 *       "request_id": "JKJaXmPLvHcESHA=",
                 *       "detail": "the token has expired"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too Many Requests */
        TooManyRequests: {
            headers: {
                /** @description after how many seconds the same request may come again */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Too Many Requests",
                 *       "status": 429,
                 *       "request_id": "JKJaXmPLvHcESHA=",
                 *       "detail": "that was too often: try again a little later"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readHealth: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPlaces: {
        parameters: {
            query?: {
                /** @description west,south,east,north in degrees; all when left out */
                bbox?: string | null;
                /** @description how many items at most */
                limit?: number;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description only what begins so, in whatever capitals */
                prefix?: string;
            };
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageView_PlaceView_"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readPlace: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                station_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceDetail"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readConnector: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                connector_id: number;
                /** @description the identity */
                charger_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    takeClerkWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    takeStripeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
            };
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageView_UserView_"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
            };
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageView_TransactionView_"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readWallet: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverWalletView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listLedger: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
            };
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageView_LedgerEntryView_"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listIdTags: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
            };
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageView_TagView_"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readReceipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                transaction_id: number;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readReceiptPage: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                transaction_id: number;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    openCheckout: {
        parameters: {
            query?: never;
            header: {
                /** @description makes the request happen once: the same key and body get the first answer, the same key and another body 422 */
                "idempotency-key": string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardTopUp"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
            };
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageView_SessionView_"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    startSession: {
        parameters: {
            query?: never;
            header: {
                /** @description makes the request happen once: the same key and body get the first answer, the same key and another body 422 */
                "idempotency-key": string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                session_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description of this answer */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    stopSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopView"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
