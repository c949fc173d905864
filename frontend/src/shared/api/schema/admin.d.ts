// Generated from docs/openapi/admin.json by `npm run schema`.

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
    "/api/admin/stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Stations
         * @description Stations, by name.
         */
        get: operations["listStations"];
        put?: never;
        /**
         * Create Station
         * @description Create a station.
         */
        post: operations["createStation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stations/{station_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Station
         * @description One station.
         */
        get: operations["readStation"];
        /**
         * Replace Station
         * @description Edit a station. `version` is the one that was read: an edit in between is 409.
         */
        put: operations["replaceStation"];
        post?: never;
        /**
         * Delete Station
         * @description Delete a station that has no chargers any more.
         */
        delete: operations["deleteStation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Chargers
         * @description Chargers by name, or those of a station, or those that are online or offline.
         */
        get: operations["listChargers"];
        put?: never;
        /**
         * Register Charger
         * @description Register a charger. Its password is in this answer and nowhere else.
         */
        post: operations["registerCharger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Charger
         * @description One charger with its connectors.
         */
        get: operations["readCharger"];
        /**
         * Replace Charger
         * @description Edit a charger. `version` is the one that was read: an edit in between is 409.
         */
        put: operations["replaceCharger"];
        post?: never;
        /**
         * Delete Charger
         * @description Delete a charger; its transactions and messages stay. Not while it charges.
         */
        delete: operations["deleteCharger"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Charger
         * @description Accept a pending charger.
         */
        post: operations["approveCharger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable Charger
         * @description Refuse a charger from now on; its connection is closed.
         */
        post: operations["disableCharger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable Charger
         * @description Accept a disabled charger again; it boots anew.
         */
        post: operations["enableCharger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/re-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rekey Charger
         * @description Replace a lost password at once; the charger is cut off until the new one is entered.
         */
        post: operations["rekeyCharger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/rotate-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Key
         * @description Give a charger a new password over the wire. Both are good until the new one was used.
         */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Messages
         * @description The message log of a charger, newest first. A filtered page may be short and go on.
         */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Findings
         * @description How the charger deviates from the specification, the latest first.
         */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/findings/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report Findings
         * @description A report for the charger's vendor, in Markdown: the model, and every deviation counted.
         */
        get: operations["reportFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Findings Of Chargers
         * @description The findings of all chargers by name, or of those of a station or a model.
         *
         *     Chargers without a finding that is wanted are left out: a page may be short, or empty, and have
         *     a `next_cursor`.
         */
        get: operations["listFindingsOfChargers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/firmware": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Charger Firmware
         * @description What the charger runs, and how far its last update is.
         */
        get: operations["readChargerFirmware"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/diagnostics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Diagnostics
         * @description Diagnostics and logs that the charger was asked for, and what it sent.
         */
        get: operations["readDiagnostics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/diagnostics/{command_id}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Link File
         * @description Where a file that the charger sent can be downloaded.
         */
        get: operations["linkFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/firmware": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Firmware
         * @description Firmware that is not withdrawn, by label.
         */
        get: operations["listFirmware"];
        put?: never;
        /**
         * Announce Firmware
         * @description Announce an image. PUT it to `upload.url`, then read the firmware: that looks for it.
         */
        post: operations["announceFirmware"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/firmware/{firmware_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Firmware
         * @description One firmware. While its file is awaited, this looks for it and takes its size and digest.
         */
        get: operations["readFirmware"];
        put?: never;
        post?: never;
        /**
         * Withdraw Firmware
         * @description Remove the file and the firmware from the list. Who installed it stays readable.
         */
        delete: operations["withdrawFirmware"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/firmware/{firmware_id}/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer Upload
         * @description Another address for the image, when the first was used in vain or is too old.
         */
        post: operations["offerUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/firmware/{firmware_id}/chargers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Installations
         * @description The chargers that were asked to install it, and how far each is.
         */
        get: operations["listInstallations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reservations
         * @description The reservations of a charger, the highest number first. ReserveNow makes them.
         */
        get: operations["listReservations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/charging-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Charging Profiles
         * @description The limits that a charger keeps to. SetChargingProfile and ClearChargingProfile move them.
         */
        get: operations["listChargingProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/local-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Local List
         * @description What is known of a charger's list; GetLocalListVersion asks the charger itself.
         */
        get: operations["readLocalList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/local-list/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Local List
         * @description Send a charger every tag, in parts that it can take, or what became of some of them.
         */
        post: operations["sendLocalList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Configuration
         * @description The configuration as last reported; GetConfiguration without keys reads all of it again.
         */
        get: operations["readConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/configuration/re-apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reapply Configuration
         * @description Ask a charger again for every value that is wanted of it and that it does not have.
         */
        post: operations["reapplyConfiguration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/configuration/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget Wanted Value
         * @description Want nothing of a key any more; the charger keeps what it has.
         */
        delete: operations["forgetWantedValue"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/configuration-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Configuration Templates
         * @description Templates, by name.
         */
        get: operations["listConfigurationTemplates"];
        put?: never;
        /**
         * Create Configuration Template
         * @description Create a template; it changes nothing until it is applied.
         */
        post: operations["createConfigurationTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/configuration-templates/{template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Configuration Template
         * @description One template.
         */
        get: operations["readConfigurationTemplate"];
        /**
         * Replace Configuration Template
         * @description Edit a template. What chargers were asked for stays wanted of them.
         */
        put: operations["replaceConfigurationTemplate"];
        post?: never;
        /**
         * Delete Configuration Template
         * @description Delete a template. What chargers were asked for stays wanted of them.
         */
        delete: operations["deleteConfigurationTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/configuration-templates/{template_id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply Configuration Template
         * @description Want a template's values of chargers, and ask them for what they do not have.
         *
         *     Without `charger_ids` it goes to the chargers of its vendor and model, as many as are asked
         *     quickly; `next_cursor` goes on. Commands wait for chargers that are away.
         */
        post: operations["applyConfigurationTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/configuration-templates/{template_id}/chargers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Chargers Of Configuration Template
         * @description How each charger that a template is for stands to it, key by key.
         */
        get: operations["listChargersOfConfigurationTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Commands
         * @description Commands of a charger, newest first.
         */
        get: operations["listCommands"];
        put?: never;
        /**
         * Send Command
         * @description Send a command and wait some seconds for the answer.
         *
         *     200 with the outcome; 202 when there is none yet, or the charger is not connected.
         */
        post: operations["sendCommand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/commands/{command_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Command
         * @description One command, with what became of it.
         */
        get: operations["readCommand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/remote-start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remote Start
         * @description Ask a charger to start for a tag. Accepted means that it will try.
         */
        post: operations["remoteStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/remote-stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remote Stop
         * @description Ask a charger to stop one of its running transactions.
         */
        post: operations["remoteStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/change-availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Availability
         * @description Ask a charger to take a connector, or all of itself, out of use or into use.
         */
        post: operations["changeAvailability"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/commands/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Bulk
         * @description Put a command into the queues of up to 100 chargers, without waiting for any answer.
         *
         *     A charger that is named twice, in whatever capitals, is asked once.
         */
        post: operations["sendBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/security-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Security Events
         * @description The security events of one day, newest first.
         *
         *     Filtered by charger or kind, a page may be short, even empty, and still have a `next_cursor`.
         */
        get: operations["listSecurityEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/security-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Security Events Of Charger
         * @description The security events of a charger, newest first.
         */
        get: operations["listSecurityEventsOfCharger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/{charger_id}/certificate-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Certificate Requests
         * @description The certificates that a charger asked for, the latest first.
         */
        get: operations["listCertificateRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/unknown-chargers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Unknown Chargers
         * @description Chargers that were refused because nobody registered them, the latest first.
         */
        get: operations["listUnknownChargers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/unknown-chargers/{charger_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Dismiss Unknown Charger
         * @description Take a charger out of the inbox, until it knocks again.
         */
        delete: operations["dismissUnknownCharger"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/unknown-chargers/{charger_id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register Unknown Charger
         * @description Register a charger that knocked; it leaves the inbox. Its password is in this answer only.
         *
         *     The same again is 409: it is registered, and `re-key` gives it another password.
         */
        post: operations["registerUnknownCharger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/unknown-id-tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Unknown Id Tags
         * @description Tags that were presented and are known to nobody, the latest first.
         */
        get: operations["listUnknownIdTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/unknown-id-tags/{id_tag}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register Unknown Id Tag
         * @description Register a tag that was presented; it leaves the inbox. The same again is 409.
         */
        post: operations["registerUnknownIdTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/unknown-id-tags/{id_tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Dismiss Unknown Id Tag
         * @description Take a tag out of the inbox, until it is presented again.
         */
        delete: operations["dismissUnknownIdTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Transactions
         * @description Transactions, newest first.
         *
         *     The narrowest of charger, payer, station and state decides which index is read; the others
         *     filter its page, which may then be short, even empty, and still have a `next_cursor`. So may
         *     one that is read from no index: it looks back 31 days at most.
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
    "/api/admin/transactions/{transaction_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Transaction
         * @description One transaction with its price.
         */
        get: operations["readTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/transactions/{transaction_id}/meter-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Meter Values
         * @description What the charger measured, oldest first: the data of charts.
         */
        get: operations["listMeterValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/transactions/{transaction_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Timeline
         * @description What happened, in words, with the ids of the messages behind it.
         */
        get: operations["readTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/transactions/{transaction_id}/retry-billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry Billing
         * @description Bill a transaction now whose bill failed or is still due.
         */
        post: operations["retryBilling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/transactions/{transaction_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop Transaction
         * @description Ask the charger to end a running transaction.
         *
         *     200 with the outcome; 202 when the charger has not answered yet.
         */
        post: operations["stopTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/transactions/{transaction_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve Transaction
         * @description Decide about a transaction that waits for somebody, or correct one that was billed.
         *
         *     `bill` and `correct` are for HELD ones, `correct` also for COMPLETED and BILLING_FAILED ones,
         *     `assign` is for UNBILLED ones, `cancel` for all that were never billed. Readings never change,
         *     nor does the tariff that one began under. What comes later is looked at again.
         */
        post: operations["resolveTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/transactions/{transaction_id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund Transaction
         * @description Give back what was charged, in full or in part, once per Idempotency-Key.
         */
        post: operations["refundTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/transactions/retry-billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry Many
         * @description Bill many transactions again whose bills failed; one outcome each.
         */
        post: operations["retryMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/transactions/{transaction_id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Receipt
         * @description What was charged and why, with readings, entries and timeline.
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
    "/api/admin/transactions/{transaction_id}/receipt.html": {
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
    "/api/admin/billing-failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Billing Failures
         * @description Transactions whose bill failed, newest first, with the last error and the next attempt.
         *
         *     POST …/transactions/{transaction_id}/retry-billing tries one now, POST
         *     …/transactions/retry-billing many.
         */
        get: operations["listBillingFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tariffs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tariffs
         * @description Tariffs, by name.
         */
        get: operations["listTariffs"];
        put?: never;
        /**
         * Create Tariff
         * @description Create a tariff; give it to stations or chargers afterwards.
         */
        post: operations["createTariff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tariffs/{tariff_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Tariff
         * @description One tariff.
         */
        get: operations["readTariff"];
        /**
         * Replace Tariff
         * @description Edit a tariff. Transactions that run keep the prices they started under.
         *
         *     An edit by which it prices nothing any more (its end is over, or its beginning still to come)
         *     is refused as ending it is.
         */
        put: operations["replaceTariff"];
        post?: never;
        /**
         * End Tariff
         * @description End a tariff now: it prices no new transactions, and stays readable for old ones.
         *
         *     409 `tariff_in_use` while it prices a station or a charger; the detail names some of them. 409
         *     as well in the minute after one was given it.
         */
        delete: operations["endTariff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tariffs/{tariff_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Tariff
         * @description What a session would cost, line by line. Changes nothing.
         */
        post: operations["previewTariff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/id-tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Id Tags
         * @description Tags in order, or those of a person.
         */
        get: operations["listIdTags"];
        put?: never;
        /**
         * Create Id Tag
         * @description Register a tag. Capitals do not matter: `ABC` and `abc` are one tag.
         */
        post: operations["createIdTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/id-tags/{id_tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Id Tag
         * @description One tag.
         */
        get: operations["readIdTag"];
        /**
         * Replace Id Tag
         * @description Edit a tag. What runs on it goes on.
         */
        put: operations["replaceIdTag"];
        post?: never;
        /**
         * Delete Id Tag
         * @description Delete a tag: it is unknown from now on.
         */
        delete: operations["deleteIdTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/id-tags/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Id Tags
         * @description Register up to 500 tags from CSV, whose columns are the fields of POST /api/admin/id-tags.
         *
         *     Each line is registered by itself: one that is refused says why and holds up no other.
         */
        post: operations["importIdTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/chargers/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Chargers
         * @description Register up to 100 chargers from CSV, whose columns are the fields of POST …/chargers.
         *
         *     Each line is registered by itself. The passwords are in this answer and nowhere else.
         */
        post: operations["importChargers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description People by name, or those with an e-mail address.
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
    "/api/admin/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read User
         * @description One person.
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
    "/api/admin/users/{user_id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate User
         * @description Keep a person out: their tokens get 403 and their tags are refused from now on.
         *
         *     409 for oneself, so that the last operator stays.
         */
        post: operations["deactivateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{user_id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate User
         * @description Let a deactivated person in again.
         */
        post: operations["activateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{user_id}/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read User Wallet
         * @description A person's wallet.
         */
        get: operations["readUserWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{user_id}/wallet/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List User Ledger
         * @description What happened to a person's money, newest first.
         */
        get: operations["listUserLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{user_id}/wallet/top-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Top Up Wallet
         * @description Add money to a wallet, once per Idempotency-Key; unpaid bills are tried again at once.
         */
        post: operations["topUpWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{user_id}/wallet/adjust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adjust Wallet
         * @description Correct a wallet by hand, once per Idempotency-Key; the note says why.
         */
        post: operations["adjustWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{user_id}/wallet/card-refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Card Refunds
         * @description What was given back to a person's cards, the latest first.
         */
        get: operations["listCardRefunds"];
        put?: never;
        /**
         * Refund To Card
         * @description Give money back to a card, once per Idempotency-Key, as far as the wallet has it.
         *
         *     503 while the provider does not answer: the money has left the wallet, and the refund is asked
         *     for again until it is made, or refused and back in the wallet.
         */
        post: operations["refundToCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/reports/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Summary
         * @description What stations billed together, by day; of up to `limit` stations, by name.
         *
         *     Where there are more, or they have very many counters, it is not `complete`: the sums of the
         *     pages, each asked for with `next_cursor` of the one before, add up to those of all stations.
         */
        get: operations["readSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/reports/stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Station Sums
         * @description What each station billed, stations by name. A page may be short and have a `next_cursor`.
         */
        get: operations["listStationSums"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/reports/stations/{station_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Station Report
         * @description What a station billed, by day and by charger.
         */
        get: operations["readStationReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/reports/chargers/{charger_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Charger Report
         * @description What a charger billed at the station where it stands, by day.
         */
        get: operations["readChargerReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/reports/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read User Report
         * @description What a person paid for, by local day of the station; of up to `limit` transactions.
         *
         *     Where there are more it is not `complete`: add up the pages.
         */
        get: operations["readUserReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/exports/transactions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Transactions
         * @description Transactions, newest first, restricted as the list is; 5,000 at most.
         *
         *     Without `since`, of the year before `until`. 409 `too_many_rows` when there are more: ask for
         *     a file with POST /api/admin/exports.
         */
        get: operations["exportTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/exports/ledger.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Ledger
         * @description What happened to money, newest first, of one person or of all by name; 5,000 at most.
         *
         *     409 `too_many_rows` when there is more to look at: ask for a file with POST /api/admin/exports.
         */
        get: operations["exportLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Exports
         * @description The files that were asked for in the last seven days, the latest first.
         */
        get: operations["listExports"];
        put?: never;
        /**
         * Request Export
         * @description Let a job write a file of any length. Location says where to see how far it is.
         *
         *     Without `since`, transactions are of the year before `until`.
         */
        post: operations["requestExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Export
         * @description One file: how far it is, and where to download it once it is done.
         */
        get: operations["readExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/charge-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Charge Points
         * @description Chargers that are online.
         */
        get: operations["listChargePoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/charge-points/{charge_point_id}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request Charge Point
         * @description Send a command, as POST /api/admin/chargers/{charger_id}/commands.
         */
        post: operations["requestChargePoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Logs
         * @description The newest messages of chargers that are online, of at most 25 of them.
         */
        get: operations["listLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logs/{charge_point_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Logs Of Charger
         * @description The message log of a charger, as GET /api/admin/chargers/{charger_id}/messages.
         */
        get: operations["listLogsOfCharger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit
         * @description Who changed what, newest first: on one subject, or by one person.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reviews
         * @description Stops without a transaction, or starts that were delivered too late; newest first.
         */
        get: operations["listReviews"];
        put?: never;
        post?: never;
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
         * AccessView
         * @description What to enter in the charger. The password is shown this once.
         */
        AccessView: {
            /**
             * Ocpp Url
             * @description for chargers that do not add their identity themselves
             */
            ocpp_url: string;
            /** Identity */
            identity: string;
            password: components["schemas"]["PasswordView"];
        };
        /**
         * Action
         * @description What can be decided: bill as it is, bill another energy, let nobody pay, name a payer.
         * @enum {string}
         */
        Action: "bill" | "correct" | "cancel" | "assign";
        /**
         * Adjustment
         * @description A correction of a wallet by hand.
         * @example {
         *       "amount_minor": -250,
         *       "note": "charged twice on 2026-03-01"
         *     }
         */
        Adjustment: {
            /** Amount Minor */
            amount_minor: number;
            /** Note */
            note: string;
        };
        /**
         * AnnouncedView
         * @description New firmware, and where its file goes.
         */
        AnnouncedView: {
            /** Firmware Id */
            firmware_id: string;
            /** Label */
            label: string;
            /** Vendor */
            vendor: string;
            /** Model */
            model: string;
            /** Version */
            version: string;
            /** File Name */
            file_name: string;
            state: components["schemas"]["FirmwareState"];
            /**
             * Size Bytes
             * @description as announced until the file is there
             */
            size_bytes: number | null;
            /**
             * Sha256
             * @description as announced until the file is there
             */
            sha256: string | null;
            /** Is Signed */
            is_signed: boolean;
            /** Created By */
            created_by: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            upload: components["schemas"]["UploadView"];
        };
        /**
         * Application
         * @description Whom to apply a template to: some chargers, or page by page all that it is for.
         * @example {
         *       "charger_ids": [
         *         "RDAM 123"
         *       ]
         *     }
         */
        Application: {
            /** Charger Ids */
            charger_ids?: string[] | null;
            /** Cursor */
            cursor?: string | null;
        };
        /**
         * AppliedView
         * @description What a template led to so far.
         */
        AppliedView: {
            /** Items */
            items: components["schemas"]["ChargerOutcomeView"][];
            /**
             * Next Cursor
             * @description there are more chargers: apply again with it
             */
            next_cursor: string | null;
        };
        /**
         * AuditView
         * @description One change; it is never changed itself.
         */
        AuditView: {
            /** Subject */
            subject: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Actor */
            actor: string;
            /**
             * Actor Name
             * @description null when a rule changed it
             */
            actor_name: string | null;
            /** Change */
            change: string;
            /** Request Id */
            request_id: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * Availability
         * @description The operator's intent for a connector or the whole charger.
         * @enum {string}
         */
        Availability: "Operative" | "Inoperative";
        /**
         * BillingFailureView
         * @description A transaction whose bill failed. It is tried again by itself, later and later.
         */
        BillingFailureView: {
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
            /**
             * Payer Name
             * @description null when nobody pays
             */
            payer_name: string | null;
            /** Attempts */
            attempts: number;
            /** Last Error */
            last_error: string | null;
            /** Next Attempt At */
            next_attempt_at: string | null;
        };
        /**
         * Bucket
         * @description What the map shows of a connector. UNKNOWN: its charger is not reachable.
         * @enum {string}
         */
        Bucket: "free" | "busy" | "unavailable" | "faulted" | "unknown";
        /**
         * BulkOutcome
         * @description What became of one charger's command so far: it, or why there is none.
         */
        BulkOutcome: {
            /** Charger Id */
            charger_id: string;
            /**
             * Charger Name
             * @description null when there is no such charger
             */
            charger_name: string | null;
            /**
             * Station Name
             * @description where it stands
             */
            station_name: string | null;
            command: components["schemas"]["CommandView"] | null;
            /**
             * Refused
             * @description a stable word: `not-found`, or a rule's reason
             */
            refused: string | null;
            /** Message */
            message: string | null;
        };
        /**
         * BulkRequest
         * @description A command, and who is to get it.
         * @example {
         *       "action": "TriggerMessage",
         *       "payload": {
         *         "requestedMessage": "StatusNotification",
         *         "connectorId": 1
         *       },
         *       "charger_ids": [
         *         "RDAM 123",
         *         "RDAM 124"
         *       ]
         *     }
         */
        BulkRequest: {
            /**
             * Action
             * @example TriggerMessage
             */
            action: string;
            /** Payload */
            payload?: {
                [key: string]: unknown;
            };
            /**
             * Confirmed
             * @description what it ends may end
             * @default false
             */
            confirmed: boolean;
            /**
             * Firmware Id
             * @description what to install, in place of an address in the payload
             */
            firmware_id?: string | null;
            /** Charger Ids */
            charger_ids: string[];
        };
        /**
         * BulkRetry
         * @description Which bills to try again.
         * @example {
         *       "transaction_ids": [
         *         4711,
         *         4712
         *       ]
         *     }
         */
        BulkRetry: {
            /**
             * Transaction Ids
             * @description when left out: some that failed, those that can be paid now first
             */
            transaction_ids?: number[];
        };
        /**
         * CardRefundRequest
         * @description payment_id: the note of the top-up's entry.
         * @example {
         *       "amount_minor": 1000,
         *       "payment_id": "pi_3Nf2kLx"
         *     }
         */
        CardRefundRequest: {
            /** Payment Id */
            payment_id: string;
            /** Amount Minor */
            amount_minor: number;
        };
        /**
         * CardRefundView
         * @description A refund to a card, and where it stands.
         */
        CardRefundView: {
            /** Payment Id */
            payment_id: string;
            /** Amount Minor */
            amount_minor: number;
            /** Currency */
            currency: string;
            /** @description `pending`: the provider has not decided, and is asked again; `sent`; `refused` by the provider; `failed`: it did not get to the card. The money of the last two is in the wallet again */
            state: components["schemas"]["RefundState"];
            /** Requested By */
            requested_by: string;
            /** Requested By Name */
            requested_by_name: string | null;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /**
             * Attempts
             * @description how often the provider was asked
             */
            attempts: number;
            /**
             * Reference
             * @description the provider's name for it
             */
            reference: string | null;
            /** Error */
            error: string | null;
        };
        /**
         * CertificateRequestView
         * @description What became of a charger's wish for a certificate.
         */
        CertificateRequestView: {
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            state: components["schemas"]["RequestState"];
            /** Reason */
            reason: string | null;
            /**
             * Command Id
             * @description of the CertificateSigned that carries it
             */
            command_id: string | null;
        };
        /**
         * ChangeAvailability
         * @description Whether a connector, or all of a charger, is to be used.
         * @example {
         *       "connector_id": 1,
         *       "availability": "Inoperative"
         *     }
         */
        ChangeAvailability: {
            /**
             * Connector Id
             * @description 0: all of it
             * @default 0
             */
            connector_id: number;
            /**
             * Availability
             * @enum {string}
             */
            availability: "Operative" | "Inoperative";
        };
        /**
         * ChargerDetail
         * @description A charger with its connectors.
         */
        ChargerDetail: {
            /** Charger Id */
            charger_id: string;
            /** Identity */
            identity: string;
            /** Name */
            name: string;
            /** Station Id */
            station_id: string;
            registration: components["schemas"]["Registration"];
            /** @description what the operator wants */
            availability: components["schemas"]["Availability"];
            reachability: components["schemas"]["Reachability"];
            /**
             * Connected
             * @description whether a socket is open now
             */
            connected: boolean;
            /** Connected At */
            connected_at: string | null;
            /**
             * Last Seen At
             * @description when it was last heard of, by any message
             */
            last_seen_at: string | null;
            /** Offline Since */
            offline_since: string | null;
            /** Rated Power W */
            rated_power_w: number;
            /** Connector Count */
            connector_count: number;
            /** Tariff Id */
            tariff_id: string | null;
            /** Security Profile */
            security_profile: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Version */
            version: number;
            /** Connectors */
            connectors: components["schemas"]["ConnectorView"][];
            about: components["schemas"]["ModelView"];
            /** @description null: nothing is known of the model */
            quirks: components["schemas"]["QuirksView"] | null;
            /** Booted At */
            booted_at: string | null;
            /** Assume Ocpp16 */
            assume_ocpp16: boolean;
            /** Log Level */
            log_level: string | null;
            /**
             * Pending Password
             * @description whether a new password waits to be confirmed
             */
            pending_password: boolean;
            /** Findings */
            findings: number;
            /** Command In Flight */
            command_in_flight: string | null;
        };
        /**
         * ChargerEdit
         * @description What an operator may change of a charger.
         * @example {
         *       "name": "Pole 7",
         *       "station_id": "1c9a2b3f1d7e",
         *       "rated_power_w": 22000,
         *       "version": 1
         *     }
         */
        ChargerEdit: {
            /** Name */
            name: string;
            /** Station Id */
            station_id: string;
            /**
             * Rated Power W
             * @description bounds what it bills
             */
            rated_power_w: number;
            /** Tariff Id */
            tariff_id?: string | null;
            /**
             * Assume Ocpp16
             * @default true
             */
            assume_ocpp16: boolean;
            /** Log Level */
            log_level?: ("all" | "faults" | "off") | null;
            /**
             * Version
             * @description the version that was read; 409 if changed
             */
            version: number;
        };
        /**
         * ChargerFindings
         * @description A charger that deviates, with what it says of itself.
         */
        ChargerFindings: {
            /** Charger Id */
            charger_id: string;
            /** Name */
            name: string;
            /** Station Id */
            station_id: string;
            /** Vendor */
            vendor: string | null;
            /** Model */
            model: string | null;
            /** Firmware Version */
            firmware_version: string | null;
            /**
             * Findings
             * @description the latest first
             */
            findings: components["schemas"]["FindingView"][];
        };
        /**
         * ChargerFirmwareView
         * @description What a charger runs, and how its updates went.
         */
        ChargerFirmwareView: {
            /**
             * Protocols
             * @description null when it never said
             */
            protocols: string[] | null;
            /**
             * Needs Own Address
             * @description it speaks no HTTP: commands need an address of the operator's, as ftp://…
             */
            needs_own_address: boolean;
            /**
             * Firmware Version
             * @description as its last BootNotification said
             */
            firmware_version: string | null;
            /** @description the last one that was asked for */
            update: components["schemas"]["TransferView"] | null;
            /**
             * Try Signed
             * @description it knows no UpdateFirmware: SignedUpdateFirmware may be what it has
             */
            try_signed: boolean;
            /**
             * Statuses
             * @description signed or not, newest first
             */
            statuses: components["schemas"]["ProgressView"][];
        };
        /**
         * ChargerOutcomeView
         * @description What became of one charger's keys so far, or why it was asked for nothing.
         */
        ChargerOutcomeView: {
            /** Charger Id */
            charger_id: string;
            /**
             * Charger Name
             * @description null when there is no such charger
             */
            charger_name: string | null;
            /** Keys */
            keys: components["schemas"]["KeyOutcomeView"][];
            /** Refused */
            refused: string | null;
            /** Message */
            message: string | null;
        };
        /**
         * ChargerReport
         * @description A charger by day, where it stands now.
         */
        ChargerReport: {
            /** Charger Id */
            charger_id: string;
            /** Charger Name */
            charger_name: string;
            /** Station Id */
            station_id: string;
            /**
             * Station Name
             * @description null when it was deleted
             */
            station_name: string | null;
            total: components["schemas"]["SumsView"];
            /** Days */
            days: components["schemas"]["DayView"][];
        };
        /**
         * ChargerStateView
         * @description How one charger stands to a template: its keys, without those that it never told.
         */
        ChargerStateView: {
            /** Charger Id */
            charger_id: string;
            /** Name */
            name: string;
            /** Keys */
            keys: components["schemas"]["ConfigurationView"][];
            /**
             * Complies
             * @description whether it has every value of the template
             */
            complies: boolean;
        };
        /**
         * ChargerSumsView
         * @description What a charger billed at a station.
         */
        ChargerSumsView: {
            /**
             * Sessions
             * @description transactions, each counted once
             */
            sessions: number;
            /** Energy Wh */
            energy_wh: number;
            /**
             * Revenue Minor
             * @description tax included, refunds taken off
             */
            revenue_minor: number;
            /** Tax Minor */
            tax_minor: number;
            /** Currency */
            currency: string;
            /** Charger Id */
            charger_id: string;
            /**
             * Charger Name
             * @description null when it was deleted
             */
            charger_name: string | null;
        };
        /**
         * ChargerView
         * @description A charger in a list.
         */
        ChargerView: {
            /** Charger Id */
            charger_id: string;
            /** Identity */
            identity: string;
            /** Name */
            name: string;
            /** Station Id */
            station_id: string;
            registration: components["schemas"]["Registration"];
            /** @description what the operator wants */
            availability: components["schemas"]["Availability"];
            reachability: components["schemas"]["Reachability"];
            /**
             * Connected
             * @description whether a socket is open now
             */
            connected: boolean;
            /** Connected At */
            connected_at: string | null;
            /**
             * Last Seen At
             * @description when it was last heard of, by any message
             */
            last_seen_at: string | null;
            /** Offline Since */
            offline_since: string | null;
            /** Rated Power W */
            rated_power_w: number;
            /** Connector Count */
            connector_count: number;
            /** Tariff Id */
            tariff_id: string | null;
            /** Security Profile */
            security_profile: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Version */
            version: number;
        };
        /**
         * CommandRequest
         * @description Any OCPP command: its name and the payload of its CALL.
         * @example {
         *       "action": "TriggerMessage",
         *       "payload": {
         *         "requestedMessage": "StatusNotification",
         *         "connectorId": 1
         *       }
         *     }
         */
        CommandRequest: {
            /**
             * Action
             * @example TriggerMessage
             */
            action: string;
            /** Payload */
            payload?: {
                [key: string]: unknown;
            };
            /**
             * Confirmed
             * @description what it ends may end
             * @default false
             */
            confirmed: boolean;
            /**
             * Firmware Id
             * @description what to install, in place of an address in the payload
             */
            firmware_id?: string | null;
        };
        /**
         * CommandState
         * @description The life of a command. Everything from ACCEPTED on is final but IN_DOUBT.
         * @enum {string}
         */
        CommandState: "queued" | "sent" | "in_doubt" | "accepted" | "rejected" | "not_supported" | "error" | "timed_out" | "expired" | "superseded" | "offline";
        /**
         * CommandView
         * @description What was asked of a charger, and what became of it.
         */
        CommandView: {
            /** Command Id */
            command_id: string;
            /** Charger Id */
            charger_id: string;
            /** Action */
            action: string;
            /**
             * Payload
             * @description without secrets
             */
            payload: {
                [key: string]: unknown;
            };
            state: components["schemas"]["CommandState"];
            /** Requested By */
            requested_by: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Sent At */
            sent_at: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Answer */
            answer: {
                [key: string]: unknown;
            } | null;
            /**
             * Outcome
             * @description the charger's own word, as Accepted or Rejected
             */
            outcome: string | null;
            /** Session Id */
            session_id: string | null;
        };
        /**
         * ConfigurationView
         * @description A configuration key as last reported; a desired value that differs is drift.
         */
        ConfigurationView: {
            /** Key */
            key: string;
            /** Value */
            value: string | null;
            /** Readonly */
            readonly: boolean | null;
            /** Known */
            known: boolean;
            /** Reported At */
            reported_at: string | null;
            /** Desired */
            desired: string | null;
            /** Desired At */
            desired_at: string | null;
            /**
             * Drift
             * @description whether the charger has another value than is wanted
             */
            drift: boolean;
            /**
             * Answer
             * @description the charger's word to what was wanted last
             */
            answer: string | null;
            /**
             * Reboot Required
             * @description it took a value that holds after its next boot
             */
            reboot_required: boolean;
        };
        /**
         * ConnectorView
         * @description A connector: what is wanted, what was reported, what the map shows.
         */
        ConnectorView: {
            /** Connector Id */
            connector_id: number;
            state: components["schemas"]["Bucket"];
            availability: components["schemas"]["Availability"];
            /** Scheduled Availability */
            scheduled_availability: boolean;
            /** Status */
            status: string | null;
            /** Error Code */
            error_code: string | null;
            /** Info */
            info: string | null;
            /** Vendor Error Code */
            vendor_error_code: string | null;
            /** Reported At */
            reported_at: string | null;
            /** Transaction Id */
            transaction_id: number | null;
        };
        /**
         * DayView
         * @description What was billed on a local day.
         */
        DayView: {
            /**
             * Sessions
             * @description transactions, each counted once
             */
            sessions: number;
            /** Energy Wh */
            energy_wh: number;
            /**
             * Revenue Minor
             * @description tax included, refunds taken off
             */
            revenue_minor: number;
            /** Tax Minor */
            tax_minor: number;
            /** Currency */
            currency: string;
            /**
             * Day
             * Format: date
             */
            day: string;
        };
        /**
         * DiagnosticsView
         * @description What a charger was asked to upload, and the files that came, the latest command first.
         */
        DiagnosticsView: {
            /**
             * Protocols
             * @description null when it never said
             */
            protocols: string[] | null;
            /**
             * Needs Own Address
             * @description it speaks no HTTP: commands need an address of the operator's, as ftp://…
             */
            needs_own_address: boolean;
            /** @description the last GetDiagnostics */
            diagnostics: components["schemas"]["TransferView"] | null;
            /**
             * Diagnostics Statuses
             * @description newest first
             */
            diagnostics_statuses: components["schemas"]["ProgressView"][];
            /** @description the last GetLog */
            log: components["schemas"]["TransferView"] | null;
            /**
             * Log Statuses
             * @description newest first
             */
            log_statuses: components["schemas"]["ProgressView"][];
            /** Files */
            files: components["schemas"]["FileView"][];
            /**
             * Next Cursor
             * @description where the files go on; null at their end
             */
            next_cursor: string | null;
        };
        /**
         * Direction
         * @description Who asked.
         * @enum {string}
         */
        Direction: "from-charger" | "to-charger";
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
         * ExportKind
         * @description Of what.
         * @enum {string}
         */
        ExportKind: "transactions" | "ledger";
        /**
         * ExportRequest
         * @description Which file to write. Of a ledger only the times and the user restrict.
         * @example {
         *       "kind": "transactions",
         *       "since": "2026-01-01T00:00:00Z"
         *     }
         */
        ExportRequest: {
            /**
             * Since
             * @description started at or after
             */
            since?: string | null;
            /**
             * Until
             * @description started before
             */
            until?: string | null;
            /** Station Id */
            station_id?: string | null;
            /** Charger Id */
            charger_id?: string | null;
            /**
             * User Id
             * @description who pays
             */
            user_id?: string | null;
            /** State */
            state?: ("RUNNING" | "PENDING_RECONCILIATION" | "STOPPED" | "COMPLETED" | "BILLING_FAILED" | "HELD" | "UNBILLED" | "CANCELLED") | null;
            kind: components["schemas"]["ExportKind"];
        };
        /**
         * ExportState
         * @description WRITING from the request on; the others are final.
         * @enum {string}
         */
        ExportState: "writing" | "done" | "failed";
        /**
         * ExportView
         * @description A file that a job writes.
         */
        ExportView: {
            /** Export Id */
            export_id: string;
            kind: components["schemas"]["ExportKind"];
            selection: components["schemas"]["SelectionView"];
            /** @description `writing` until it is `done` or `failed` */
            state: components["schemas"]["ExportState"];
            /** Requested By */
            requested_by: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /** Finished At */
            finished_at: string | null;
            /**
             * Rows
             * @description written so far, without the header
             */
            rows: number;
            /** Size Bytes */
            size_bytes: number;
            /** Error */
            error: string | null;
            /**
             * Url
             * @description where to download it: good for ten minutes, null before
             */
            url: string | null;
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
         * FileView
         * @description A file that a charger sent.
         */
        FileView: {
            /** Command Id */
            command_id: string;
            /** Name */
            name: string;
            /** Size Bytes */
            size_bytes: number;
            /**
             * Stored At
             * Format: date-time
             */
            stored_at: string;
        };
        /**
         * FindingView
         * @description A way in which the charger deviates from the specification.
         */
        FindingView: {
            /** Code */
            code: string;
            /** Where */
            where: string;
            /** Count */
            count: number;
            /**
             * First Seen At
             * Format: date-time
             */
            first_seen_at: string;
            /**
             * Last Seen At
             * Format: date-time
             */
            last_seen_at: string;
            /** Sample */
            sample: string;
        };
        /**
         * FirmwareFields
         * @description An image that is about to be uploaded. Vendor and model as chargers report them.
         * @example {
         *       "label": "Spring release",
         *       "version": "1.1.0",
         *       "vendor": "Acme",
         *       "model": "One",
         *       "file_name": "acme-one-1.1.0.bin"
         *     }
         */
        FirmwareFields: {
            /** Label */
            label: string;
            /** Version */
            version: string;
            /**
             * Vendor
             * @description empty: of any
             * @default
             */
            vendor: string;
            /**
             * Model
             * @description empty: of any
             * @default
             */
            model: string;
            /** File Name */
            file_name: string;
            /** Size Bytes */
            size_bytes?: number | null;
            /**
             * Sha256
             * @description hex; another file than this is refused
             */
            sha256?: string | null;
            /**
             * Signing Certificate
             * @description PEM; for SignedUpdateFirmware
             */
            signing_certificate?: string | null;
            /**
             * Signature
             * @description Base64; for SignedUpdateFirmware
             */
            signature?: string | null;
        };
        /**
         * FirmwareState
         * @description AWAITED: no file yet. DAMAGED: not the announced file. WITHDRAWN: no file any more.
         * @enum {string}
         */
        FirmwareState: "awaited" | "available" | "damaged" | "withdrawn";
        /**
         * HealthView
         * @description That the function answers.
         */
        HealthView: {
            /** Status */
            status: string;
        };
        /**
         * ImportedCharger
         * @description One line of a table of chargers.
         */
        ImportedCharger: {
            /**
             * Line
             * @description as an editor counts it: the header is line 1
             */
            line: number;
            outcome: components["schemas"]["Outcome"];
            /**
             * Id
             * @description of what was created
             */
            id: string | null;
            /**
             * Message
             * @description why it was refused
             */
            message: string | null;
            /** @description what to enter in it; shown this once */
            access: components["schemas"]["AccessView"] | null;
        };
        /**
         * ImportedLine
         * @description One line of the table.
         */
        ImportedLine: {
            /**
             * Line
             * @description as an editor counts it: the header is line 1
             */
            line: number;
            outcome: components["schemas"]["Outcome"];
            /**
             * Id
             * @description of what was created
             */
            id: string | null;
            /**
             * Message
             * @description why it was refused
             */
            message: string | null;
        };
        /**
         * InstallationView
         * @description A charger that was asked to install a firmware.
         */
        InstallationView: {
            /** Charger Id */
            charger_id: string;
            /**
             * Charger Name
             * @description null when it was deleted
             */
            charger_name: string | null;
            /**
             * Station Name
             * @description where it stands; null when it was deleted
             */
            station_name: string | null;
            /** Command Id */
            command_id: string;
            /**
             * Begins At
             * Format: date-time
             */
            begins_at: string;
            state: components["schemas"]["TransferState"];
            /** Status */
            status: string | null;
            /** Status At */
            status_at: string | null;
        };
        /**
         * KeptFirmwareView
         * @description Firmware with the name of who announced it.
         */
        KeptFirmwareView: {
            /** Firmware Id */
            firmware_id: string;
            /** Label */
            label: string;
            /** Vendor */
            vendor: string;
            /** Model */
            model: string;
            /** Version */
            version: string;
            /** File Name */
            file_name: string;
            state: components["schemas"]["FirmwareState"];
            /**
             * Size Bytes
             * @description as announced until the file is there
             */
            size_bytes: number | null;
            /**
             * Sha256
             * @description as announced until the file is there
             */
            sha256: string | null;
            /** Is Signed */
            is_signed: boolean;
            /** Created By */
            created_by: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By Name */
            created_by_name: string | null;
        };
        /**
         * KeyOutcomeView
         * @description What became of one key so far: a command, a refusal, or neither: it had the value.
         */
        KeyOutcomeView: {
            /** Key */
            key: string;
            /** Value */
            value: string;
            command: components["schemas"]["CommandView"] | null;
            /**
             * Refused
             * @description a stable word, as `read-only`
             */
            refused: string | null;
            /** Message */
            message: string | null;
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
         * LinkView
         * @description Where a file can be read with GET; good for some minutes.
         */
        LinkView: {
            /** Url */
            url: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /**
         * ListState
         * @description What is known of a charger's list.
         *
         *     UNKNOWN: never sent. SENDING: parts of it are on their way. HELD: the charger has it.
         *     FAILED: the charger refused it, or was not heard of, again and again. NOT_OFFERED: the charger
         *     has no list.
         * @enum {string}
         */
        ListState: "unknown" | "sending" | "held" | "failed" | "not_offered";
        /**
         * ListedCommandView
         * @description A command in the list of a charger's.
         */
        ListedCommandView: {
            /** Command Id */
            command_id: string;
            /** Charger Id */
            charger_id: string;
            /** Action */
            action: string;
            /**
             * Payload
             * @description without secrets
             */
            payload: {
                [key: string]: unknown;
            };
            state: components["schemas"]["CommandState"];
            /** Requested By */
            requested_by: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Sent At */
            sent_at: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Answer */
            answer: {
                [key: string]: unknown;
            } | null;
            /**
             * Outcome
             * @description the charger's own word, as Accepted or Rejected
             */
            outcome: string | null;
            /** Session Id */
            session_id: string | null;
            /**
             * Requested By Name
             * @description null when a rule asked for it
             */
            requested_by_name: string | null;
        };
        /**
         * LocalListView
         * @description What is known of the list of tags that a charger holds.
         */
        LocalListView: {
            state: components["schemas"]["ListState"];
            /**
             * Version
             * @description the last number given to a part of the list
             */
            version: number;
            /**
             * Held Version
             * @description what the charger confirmed last
             */
            held_version: number | null;
            /** Updated At */
            updated_at: string | null;
        };
        /**
         * MessageView
         * @description A request with its answer, as frames; secrets are masked.
         */
        MessageView: {
            /** Charger Id */
            charger_id: string;
            /**
             * Charger Name
             * @description null when it was deleted
             */
            charger_name: string | null;
            /**
             * Station Name
             * @description where it stands; null when it was deleted
             */
            station_name: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            direction: components["schemas"]["Direction"];
            /** Action */
            action: string | null;
            /** Message Id */
            message_id: string | null;
            /** Connection Id */
            connection_id: string | null;
            /** Request */
            request: string;
            /** Answer */
            answer: string | null;
            /** Error */
            error: string | null;
        };
        /**
         * ModelView
         * @description What the charger says of itself.
         */
        ModelView: {
            /** Vendor */
            vendor: string | null;
            /** Model */
            model: string | null;
            /** Serial Number */
            serial_number: string | null;
            /** Firmware Version */
            firmware_version: string | null;
            /** Meter Type */
            meter_type: string | null;
            /** Meter Serial Number */
            meter_serial_number: string | null;
            /** Iccid */
            iccid: string | null;
            /** Imsi */
            imsi: string | null;
        };
        /**
         * NewCharger
         * @description A charger to register.
         * @example {
         *       "identity": "RDAM 123",
         *       "station_id": "1c9a2b3f1d7e",
         *       "rated_power_w": 22000,
         *       "connector_count": 2
         *     }
         */
        NewCharger: {
            /**
             * Name
             * @description the identity, when left out
             */
            name?: string | null;
            /** Station Id */
            station_id: string;
            /**
             * Rated Power W
             * @description bounds what it bills
             */
            rated_power_w: number;
            /**
             * Connector Count
             * @default 1
             */
            connector_count: number;
            /**
             * Security Profile
             * @default 1
             */
            security_profile: number;
            /** Tariff Id */
            tariff_id?: string | null;
            /**
             * Pending
             * @description must be approved first
             * @default false
             */
            pending: boolean;
            /**
             * Identity
             * @description as it dials
             */
            identity: string;
        };
        /**
         * NewChargerFields
         * @description What an operator says of a new charger whose identity is known.
         * @example {
         *       "station_id": "1c9a2b3f1d7e",
         *       "rated_power_w": 22000
         *     }
         */
        NewChargerFields: {
            /**
             * Name
             * @description the identity, when left out
             */
            name?: string | null;
            /** Station Id */
            station_id: string;
            /**
             * Rated Power W
             * @description bounds what it bills
             */
            rated_power_w: number;
            /**
             * Connector Count
             * @default 1
             */
            connector_count: number;
            /**
             * Security Profile
             * @default 1
             */
            security_profile: number;
            /** Tariff Id */
            tariff_id?: string | null;
            /**
             * Pending
             * @description must be approved first
             * @default false
             */
            pending: boolean;
        };
        /**
         * NewTag
         * @description A tag to register.
         * @example {
         *       "id_tag": "04A2B3C4D5",
         *       "user_id": "9b1f0c62d7e84a5bb3f1c9a2",
         *       "concurrent_limit": 1
         *     }
         */
        NewTag: {
            /**
             * User Id
             * @description who pays; null for a tag without a payer
             */
            user_id?: string | null;
            /**
             * Blocked
             * @default false
             */
            blocked: boolean;
            /** Expires At */
            expires_at?: string | null;
            /**
             * Parent Id Tag
             * @description the group; its members may stop
             */
            parent_id_tag?: string | null;
            /**
             * Concurrent Limit
             * @default 1
             */
            concurrent_limit: number;
            /** Id Tag */
            id_tag: string;
        };
        /**
         * OperatorLedgerEntryView
         * @description One entry of a ledger with who made it, which only operators are told.
         */
        OperatorLedgerEntryView: {
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
            /** Actor */
            actor: string;
            /**
             * Actor Name
             * @description null when a rule made the entry
             */
            actor_name: string | null;
        };
        /**
         * OperatorTagView
         * @description A tag, as operators see it.
         */
        OperatorTagView: {
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
            /**
             * User Name
             * @description who pays; null when nobody does
             */
            user_name: string | null;
        };
        /**
         * OperatorTimelineView
         * @description One line of the timeline, with who decided it.
         */
        OperatorTimelineView: {
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
            /**
             * Actor
             * @description the operator; null where a rule or the charger did it
             */
            actor: string | null;
            /**
             * Actor Name
             * @description null where they were deleted
             */
            actor_name: string | null;
        };
        /**
         * OperatorTransactionView
         * @description A transaction in a list of operators.
         */
        OperatorTransactionView: {
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
            /**
             * Payer Name
             * @description null when nobody pays
             */
            payer_name: string | null;
        };
        /**
         * Outcome
         * @description What became of a line; VALID is what a trial says of one that would be created.
         * @enum {string}
         */
        Outcome: "created" | "valid" | "refused";
        /** PageView[AuditView] */
        PageView_AuditView_: {
            /** Items */
            items: components["schemas"]["AuditView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[BillingFailureView] */
        PageView_BillingFailureView_: {
            /** Items */
            items: components["schemas"]["BillingFailureView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[CardRefundView] */
        PageView_CardRefundView_: {
            /** Items */
            items: components["schemas"]["CardRefundView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[ChargerFindings] */
        PageView_ChargerFindings_: {
            /** Items */
            items: components["schemas"]["ChargerFindings"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[ChargerStateView] */
        PageView_ChargerStateView_: {
            /** Items */
            items: components["schemas"]["ChargerStateView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[ChargerView] */
        PageView_ChargerView_: {
            /** Items */
            items: components["schemas"]["ChargerView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[ExportView] */
        PageView_ExportView_: {
            /** Items */
            items: components["schemas"]["ExportView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[InstallationView] */
        PageView_InstallationView_: {
            /** Items */
            items: components["schemas"]["InstallationView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[KeptFirmwareView] */
        PageView_KeptFirmwareView_: {
            /** Items */
            items: components["schemas"]["KeptFirmwareView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[ListedCommandView] */
        PageView_ListedCommandView_: {
            /** Items */
            items: components["schemas"]["ListedCommandView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[MessageView] */
        PageView_MessageView_: {
            /** Items */
            items: components["schemas"]["MessageView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[OperatorLedgerEntryView] */
        PageView_OperatorLedgerEntryView_: {
            /** Items */
            items: components["schemas"]["OperatorLedgerEntryView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[OperatorTagView] */
        PageView_OperatorTagView_: {
            /** Items */
            items: components["schemas"]["OperatorTagView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[ReadingView] */
        PageView_ReadingView_: {
            /** Items */
            items: components["schemas"]["ReadingView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[ReservationView] */
        PageView_ReservationView_: {
            /** Items */
            items: components["schemas"]["ReservationView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[ReviewView] */
        PageView_ReviewView_: {
            /** Items */
            items: components["schemas"]["ReviewView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[SecurityEventView] */
        PageView_SecurityEventView_: {
            /** Items */
            items: components["schemas"]["SecurityEventView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[StationSumsView] */
        PageView_StationSumsView_: {
            /** Items */
            items: components["schemas"]["StationSumsView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[StationView] */
        PageView_StationView_: {
            /** Items */
            items: components["schemas"]["StationView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[TariffView] */
        PageView_TariffView_: {
            /** Items */
            items: components["schemas"]["TariffView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
        };
        /** PageView[TemplateView] */
        PageView_TemplateView_: {
            /** Items */
            items: components["schemas"]["TemplateView"][];
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
         * PasswordView
         * @description A password, shown this once: chargers take the text or its hex form.
         */
        PasswordView: {
            /** Text */
            text: string;
            /** Hex */
            hex: string;
        };
        /**
         * PreviewRequest
         * @description A session that might be: charging evenly for a time, then standing there.
         * @example {
         *       "begins_at": "2026-06-10T18:00:00+02:00",
         *       "energy_wh": 20000,
         *       "charging_s": 10800,
         *       "idle_s": 1800,
         *       "time_zone": "Europe/Berlin"
         *     }
         */
        PreviewRequest: {
            /**
             * Begins At
             * Format: date-time
             */
            begins_at: string;
            /** Energy Wh */
            energy_wh: number;
            /** Charging S */
            charging_s: number;
            /**
             * Idle S
             * @default 0
             */
            idle_s: number;
            /**
             * Time Zone
             * @description of the station
             */
            time_zone: string;
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
        /**
         * ProfileView
         * @description A charging profile that the charger accepted.
         */
        ProfileView: {
            /** Connector Id */
            connector_id: number;
            /**
             * Profile
             * @description as sent
             */
            profile: {
                [key: string]: unknown;
            };
            /**
             * Accepted At
             * Format: date-time
             */
            accepted_at: string;
        };
        /**
         * ProgressView
         * @description One status of a firmware update or an upload.
         */
        ProgressView: {
            /** Status */
            status: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * QuirksView
         * @description What is special about the charger's model, and is read or done accordingly.
         */
        QuirksView: {
            /** Profile Id */
            profile_id: string;
            /**
             * Version
             * @description of the list of profiles, when the charger booted last
             */
            version: number;
            /** Note */
            note: string;
            /** Source */
            source: string;
        };
        /**
         * Reachability
         * @description Ours, not the charger's word: moved by the first connect and by the sweep only.
         * @enum {string}
         */
        Reachability: "online" | "offline";
        /**
         * ReadingView
         * @description All samples of one instant.
         */
        ReadingView: {
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
            /** Register Wh */
            register_wh: number | null;
            /** Samples */
            samples: components["schemas"]["SampleView"][];
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
         * RefundRequest
         * @description What to give back.
         * @example {
         *       "amount_minor": 100,
         *       "reason": "the charger stopped early"
         *     }
         */
        RefundRequest: {
            /**
             * Amount Minor
             * @description all that is left when left out
             */
            amount_minor?: number | null;
            /** Reason */
            reason: string;
        };
        /**
         * RefundState
         * @description PENDING has a deadline: the provider is asked again. The money of the last two is back.
         *
         *     REFUSED: the provider would not. FAILED: it took it, and it did not get to the card.
         * @enum {string}
         */
        RefundState: "pending" | "sent" | "refused" | "failed";
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
         * RegisteredCharger
         * @description A new charger with what to enter in it.
         */
        RegisteredCharger: {
            charger: components["schemas"]["ChargerView"];
            access: components["schemas"]["AccessView"];
        };
        /**
         * Registration
         * @description What BootNotification is answered with. It belongs to the identity and is remembered.
         * @enum {string}
         */
        Registration: "Accepted" | "Pending" | "Rejected";
        /**
         * RemoteStart
         * @description A start for a tag.
         * @example {
         *       "connector_id": 1,
         *       "id_tag": "04A2B3C4D5"
         *     }
         */
        RemoteStart: {
            /** Connector Id */
            connector_id?: number | null;
            /** Id Tag */
            id_tag: string;
        };
        /**
         * RemoteStop
         * @description A stop of a running transaction.
         * @example {
         *       "transaction_id": 4711
         *     }
         */
        RemoteStop: {
            /** Transaction Id */
            transaction_id: number;
        };
        /**
         * RequestState
         * @description The life of a request. REQUESTED has a deadline; the rest is final.
         * @enum {string}
         */
        RequestState: "requested" | "signed" | "refused";
        /**
         * ReservationState
         * @description The life of a reservation: REQUESTED, then ACTIVE, then one end.
         * @enum {string}
         */
        ReservationState: "requested" | "active" | "refused" | "used" | "expired" | "cancelled" | "ended";
        /**
         * ReservationView
         * @description A connector that is, or was, kept for a tag.
         */
        ReservationView: {
            /** Reservation Id */
            reservation_id: number;
            /** Connector Id */
            connector_id: number;
            /** Id Tag */
            id_tag: string;
            /** Parent Id Tag */
            parent_id_tag: string | null;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Requested By */
            requested_by: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            state: components["schemas"]["ReservationState"];
            /**
             * Reason
             * @description the charger's word, when it was refused or ended
             */
            reason: string | null;
            /** Transaction Id */
            transaction_id: number | null;
        };
        /**
         * Resolution
         * @description A decision with its reason.
         * @example {
         *       "action": "correct",
         *       "reason": "meter read by hand",
         *       "energy_wh": 8500
         *     }
         */
        Resolution: {
            action: components["schemas"]["Action"];
            /** Reason */
            reason: string;
            /**
             * Energy Wh
             * @description of `correct`: what is billed; readings stay as they are
             */
            energy_wh?: number | null;
            /**
             * User Id
             * @description of `assign`: who pays
             */
            user_id?: string | null;
            /**
             * Tariff Id
             * @description of `assign`: where it has no tariff
             */
            tariff_id?: string | null;
        };
        /**
         * RetryOutcome
         * @description What became of one bill.
         */
        RetryOutcome: {
            /** Transaction Id */
            transaction_id: number;
            state: components["schemas"]["TransactionState"] | null;
            /** Error */
            error: string | null;
        };
        /**
         * ReviewKind
         * @description What is in the queue.
         * @enum {string}
         */
        ReviewKind: "orphan-stop" | "historic-start";
        /**
         * ReviewView
         * @description A message that somebody has to look at.
         */
        ReviewView: {
            kind: components["schemas"]["ReviewKind"];
            /** Charger Id */
            charger_id: string;
            /**
             * Charger Name
             * @description null when it was deleted
             */
            charger_name: string | null;
            /**
             * Station Name
             * @description where it stands; null when it was deleted
             */
            station_name: string | null;
            /**
             * At
             * Format: date-time
             * @description by the charger's clock
             */
            at: string;
            /**
             * Arrived At
             * Format: date-time
             */
            arrived_at: string;
            /** Reason */
            reason: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            };
        };
        /**
         * Role
         * @description What a person may do; the default is USER.
         * @enum {string}
         */
        Role: "USER" | "ADMIN";
        /**
         * RotatedKey
         * @description A password on its way to a charger. It is shown this once.
         */
        RotatedKey: {
            command: components["schemas"]["CommandView"];
            access: components["schemas"]["AccessView"];
        };
        /**
         * SampleView
         * @description One sampled value in its normal unit: Wh, W, A, V, percent.
         */
        SampleView: {
            /** Measurand */
            measurand: string;
            /**
             * Value
             * @description exact, as text
             */
            value: string | null;
            /** Unit */
            unit: string;
            /** Context */
            context: string;
            /** Phase */
            phase: string | null;
            /** Location */
            location: string;
            /** Raw */
            raw: string | null;
        };
        /**
         * SecurityEventView
         * @description One event; it is never changed.
         */
        SecurityEventView: {
            /** Charger Id */
            charger_id: string;
            /**
             * Charger Name
             * @description null when it was deleted
             */
            charger_name: string | null;
            /**
             * Station Name
             * @description where it stands; null when it was deleted
             */
            station_name: string | null;
            /**
             * Kind
             * @description of the whitepaper's list, or the vendor's own
             */
            kind: string;
            /**
             * At
             * Format: date-time
             * @description by the charger's clock, where that can be right
             */
            at: string;
            /**
             * Arrived At
             * Format: date-time
             */
            arrived_at: string;
            /** Detail */
            detail: string | null;
            /**
             * Reported By
             * @description `charger`, or `csms`
             */
            reported_by: string;
        };
        /**
         * SelectionView
         * @description What a file is restricted to; null restricts nothing.
         */
        SelectionView: {
            /** Since */
            since: string | null;
            /** Until */
            until: string | null;
            /** Station Id */
            station_id: string | null;
            /** Charger Id */
            charger_id: string | null;
            /** User Id */
            user_id: string | null;
            /** State */
            state: string | null;
        };
        /**
         * SettingFields
         * @description A value that a key is to have.
         */
        SettingFields: {
            /** Key */
            key: string;
            /** Value */
            value: string;
        };
        /**
         * SettingView
         * @description A value that a key is to have.
         */
        SettingView: {
            /** Key */
            key: string;
            /** Value */
            value: string;
        };
        /**
         * StationEdit
         * @description An edited station.
         * @example {
         *       "name": "Rotterdam Coolsingel",
         *       "address": "Coolsingel 40, Rotterdam",
         *       "time_zone": "Europe/Amsterdam",
         *       "latitude": 51.9225,
         *       "longitude": 4.4792,
         *       "tariff_id": "5f0c1b7d9a3e",
         *       "minimum_balance_minor": 500,
         *       "version": 1
         *     }
         */
        StationEdit: {
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
            /** Tariff Id */
            tariff_id?: string | null;
            /**
             * Minimum Balance Minor
             * @description what a wallet must have available before a start
             * @default 0
             */
            minimum_balance_minor: number;
            /**
             * Version
             * @description the version that was read; 409 if changed
             */
            version: number;
        };
        /**
         * StationFields
         * @description What an operator says of a station.
         * @example {
         *       "name": "Rotterdam Coolsingel",
         *       "address": "Coolsingel 40, Rotterdam",
         *       "time_zone": "Europe/Amsterdam",
         *       "latitude": 51.9225,
         *       "longitude": 4.4792,
         *       "tariff_id": "5f0c1b7d9a3e",
         *       "minimum_balance_minor": 500
         *     }
         */
        StationFields: {
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
            /** Tariff Id */
            tariff_id?: string | null;
            /**
             * Minimum Balance Minor
             * @description what a wallet must have available before a start
             * @default 0
             */
            minimum_balance_minor: number;
        };
        /**
         * StationReport
         * @description A station, by day and by charger. Days without a bill are left out.
         */
        StationReport: {
            /** Station Id */
            station_id: string;
            /** Name */
            name: string;
            total: components["schemas"]["SumsView"];
            /** Days */
            days: components["schemas"]["DayView"][];
            /** Chargers */
            chargers: components["schemas"]["ChargerSumsView"][];
        };
        /**
         * StationSumsView
         * @description What a station billed.
         */
        StationSumsView: {
            /**
             * Sessions
             * @description transactions, each counted once
             */
            sessions: number;
            /** Energy Wh */
            energy_wh: number;
            /**
             * Revenue Minor
             * @description tax included, refunds taken off
             */
            revenue_minor: number;
            /** Tax Minor */
            tax_minor: number;
            /** Currency */
            currency: string;
            /** Station Id */
            station_id: string;
            /** Name */
            name: string;
        };
        /**
         * StationView
         * @description A station as operators see it.
         */
        StationView: {
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
            /** Tariff Id */
            tariff_id: string | null;
            /** Minimum Balance Minor */
            minimum_balance_minor: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Version */
            version: number;
            /**
             * Connectors
             * @description how many are free, busy, …
             */
            connectors: {
                [key: string]: number;
            };
        };
        /**
         * Summary
         * @description Stations together: all of them, when no cursor is asked for or answered.
         */
        Summary: {
            total: components["schemas"]["SumsView"];
            /** Days */
            days: components["schemas"]["DayView"][];
            /**
             * Stations
             * @description how many stations were added up
             */
            stations: number;
            /**
             * Complete
             * @description false when there are more: add up the next page too
             */
            complete: boolean;
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * SumsView
         * @description What was billed.
         */
        SumsView: {
            /**
             * Sessions
             * @description transactions, each counted once
             */
            sessions: number;
            /** Energy Wh */
            energy_wh: number;
            /**
             * Revenue Minor
             * @description tax included, refunds taken off
             */
            revenue_minor: number;
            /** Tax Minor */
            tax_minor: number;
            /** Currency */
            currency: string;
        };
        /**
         * TagEdit
         * @description An edited tag.
         * @example {
         *       "user_id": "9b1f0c62d7e84a5bb3f1c9a2",
         *       "concurrent_limit": 1,
         *       "blocked": true,
         *       "version": 1
         *     }
         */
        TagEdit: {
            /**
             * User Id
             * @description who pays; null for a tag without a payer
             */
            user_id?: string | null;
            /**
             * Blocked
             * @default false
             */
            blocked: boolean;
            /** Expires At */
            expires_at?: string | null;
            /**
             * Parent Id Tag
             * @description the group; its members may stop
             */
            parent_id_tag?: string | null;
            /**
             * Concurrent Limit
             * @default 1
             */
            concurrent_limit: number;
            /**
             * Version
             * @description the version that was read; 409 if changed
             */
            version: number;
        };
        /**
         * TagFields
         * @description What an operator says of a tag.
         * @example {
         *       "user_id": "9b1f0c62d7e84a5bb3f1c9a2",
         *       "concurrent_limit": 1
         *     }
         */
        TagFields: {
            /**
             * User Id
             * @description who pays; null for a tag without a payer
             */
            user_id?: string | null;
            /**
             * Blocked
             * @default false
             */
            blocked: boolean;
            /** Expires At */
            expires_at?: string | null;
            /**
             * Parent Id Tag
             * @description the group; its members may stop
             */
            parent_id_tag?: string | null;
            /**
             * Concurrent Limit
             * @default 1
             */
            concurrent_limit: number;
        };
        /**
         * Tags
         * @description Which tags changed; without any the whole list is sent.
         * @example {
         *       "id_tags": [
         *         "04A2B3C4D5"
         *       ]
         *     }
         */
        Tags: {
            /** Id Tags */
            id_tags?: string[];
        };
        /**
         * TariffEdit
         * @description An edited tariff.
         * @example {
         *       "name": "City",
         *       "energy_rate_micro_per_kwh": 385000,
         *       "session_fee_minor": 50,
         *       "idle_rate_micro": 100000,
         *       "idle_grace_s": 900,
         *       "tax_rate_micro": 190000,
         *       "windows": [
         *         {
         *           "name": "Night",
         *           "weekdays": [
         *             0,
         *             1,
         *             2,
         *             3,
         *             4
         *           ],
         *           "begins": "22:00",
         *           "ends": "06:00",
         *           "energy_rate_micro_per_kwh": 290000
         *         }
         *       ],
         *       "version": 1
         *     }
         */
        TariffEdit: {
            /** Name */
            name: string;
            /**
             * Energy Rate Micro Per Kwh
             * @description 0.385 EUR per kWh is 385000
             */
            energy_rate_micro_per_kwh: number;
            /**
             * Session Fee Minor
             * @description in minor units, as cents
             * @default 0
             */
            session_fee_minor: number;
            /**
             * Minute Rate Micro
             * @description per minute of charging
             * @default 0
             */
            minute_rate_micro: number;
            /**
             * Idle Rate Micro
             * @description per minute in which the vehicle takes nothing and stays
             * @default 0
             */
            idle_rate_micro: number;
            /**
             * Idle Grace S
             * @default 0
             */
            idle_grace_s: number;
            /**
             * Minimum Minor
             * @description in minor units, as cents
             * @default 0
             */
            minimum_minor: number;
            /** Maximum Minor */
            maximum_minor?: number | null;
            /** Windows */
            windows?: components["schemas"]["WindowFields"][];
            /**
             * Tax Rate Micro
             * @description 19 % is 190000
             * @default 0
             */
            tax_rate_micro: number;
            /**
             * Tax Included
             * @description whether prices contain the tax
             * @default true
             */
            tax_included: boolean;
            /**
             * Charge Zero Energy
             * @default false
             */
            charge_zero_energy: boolean;
            /** Valid From */
            valid_from?: string | null;
            /** Valid To */
            valid_to?: string | null;
            /**
             * Version
             * @description the version that was read; 409 if changed
             */
            version: number;
        };
        /**
         * TariffFields
         * @description Prices, in the operator's currency.
         * @example {
         *       "name": "City",
         *       "energy_rate_micro_per_kwh": 385000,
         *       "session_fee_minor": 50,
         *       "idle_rate_micro": 100000,
         *       "idle_grace_s": 900,
         *       "tax_rate_micro": 190000,
         *       "windows": [
         *         {
         *           "name": "Night",
         *           "weekdays": [
         *             0,
         *             1,
         *             2,
         *             3,
         *             4
         *           ],
         *           "begins": "22:00",
         *           "ends": "06:00",
         *           "energy_rate_micro_per_kwh": 290000
         *         }
         *       ]
         *     }
         */
        TariffFields: {
            /** Name */
            name: string;
            /**
             * Energy Rate Micro Per Kwh
             * @description 0.385 EUR per kWh is 385000
             */
            energy_rate_micro_per_kwh: number;
            /**
             * Session Fee Minor
             * @description in minor units, as cents
             * @default 0
             */
            session_fee_minor: number;
            /**
             * Minute Rate Micro
             * @description per minute of charging
             * @default 0
             */
            minute_rate_micro: number;
            /**
             * Idle Rate Micro
             * @description per minute in which the vehicle takes nothing and stays
             * @default 0
             */
            idle_rate_micro: number;
            /**
             * Idle Grace S
             * @default 0
             */
            idle_grace_s: number;
            /**
             * Minimum Minor
             * @description in minor units, as cents
             * @default 0
             */
            minimum_minor: number;
            /** Maximum Minor */
            maximum_minor?: number | null;
            /** Windows */
            windows?: components["schemas"]["WindowFields"][];
            /**
             * Tax Rate Micro
             * @description 19 % is 190000
             * @default 0
             */
            tax_rate_micro: number;
            /**
             * Tax Included
             * @description whether prices contain the tax
             * @default true
             */
            tax_included: boolean;
            /**
             * Charge Zero Energy
             * @default false
             */
            charge_zero_energy: boolean;
            /** Valid From */
            valid_from?: string | null;
            /** Valid To */
            valid_to?: string | null;
        };
        /**
         * TariffView
         * @description A tariff as operators see it.
         */
        TariffView: {
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
            /** Tariff Id */
            tariff_id: string;
            /** Name */
            name: string;
            /** Charge Zero Energy */
            charge_zero_energy: boolean;
            /** Valid From */
            valid_from: string | null;
            /** Valid To */
            valid_to: string | null;
            /** Version */
            version: number;
        };
        /**
         * TemplateEdit
         * @description An edited template.
         * @example {
         *       "name": "Meter values each minute",
         *       "vendor": "Acme",
         *       "model": null,
         *       "settings": [
         *         {
         *           "key": "MeterValueSampleInterval",
         *           "value": "60"
         *         }
         *       ],
         *       "version": 1
         *     }
         */
        TemplateEdit: {
            /** Name */
            name: string;
            /**
             * Vendor
             * @description as chargers say it in BootNotification; case is ignored
             */
            vendor: string;
            /**
             * Model
             * @description null: every model of the vendor
             */
            model?: string | null;
            /** Settings */
            settings: components["schemas"]["SettingFields"][];
            /**
             * Version
             * @description the version that was read; 409 if changed
             */
            version: number;
        };
        /**
         * TemplateFields
         * @description What an operator says of a template.
         * @example {
         *       "name": "Meter values each minute",
         *       "vendor": "Acme",
         *       "model": null,
         *       "settings": [
         *         {
         *           "key": "MeterValueSampleInterval",
         *           "value": "60"
         *         }
         *       ]
         *     }
         */
        TemplateFields: {
            /** Name */
            name: string;
            /**
             * Vendor
             * @description as chargers say it in BootNotification; case is ignored
             */
            vendor: string;
            /**
             * Model
             * @description null: every model of the vendor
             */
            model?: string | null;
            /** Settings */
            settings: components["schemas"]["SettingFields"][];
        };
        /**
         * TemplateView
         * @description A named set of values for chargers of a vendor.
         */
        TemplateView: {
            /** Template Id */
            template_id: string;
            /** Name */
            name: string;
            /** Vendor */
            vendor: string;
            /**
             * Model
             * @description null: every model of the vendor
             */
            model: string | null;
            /** Settings */
            settings: components["schemas"]["SettingView"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
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
         * TopUp
         * @description Money for a wallet.
         * @example {
         *       "amount_minor": 2000,
         *       "note": "paid at the desk"
         *     }
         */
        TopUp: {
            /** Amount Minor */
            amount_minor: number;
            /** Note */
            note?: string | null;
        };
        /**
         * TransactionDetail
         * @description A transaction with everything that is kept of it.
         */
        TransactionDetail: {
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
            /**
             * Payer Name
             * @description null when nobody pays
             */
            payer_name: string | null;
            /** Meter Start Wh */
            meter_start_wh: number;
            /** Meter Stop Wh */
            meter_stop_wh: number | null;
            /**
             * Started Raw
             * @description the time that the charger wrote
             */
            started_raw: string | null;
            /** Stopped Raw */
            stopped_raw: string | null;
            /**
             * Start Arrived At
             * Format: date-time
             */
            start_arrived_at: string;
            /** Stop Arrived At */
            stop_arrived_at: string | null;
            /** Stop Id Tag */
            stop_id_tag: string | null;
            /** Closed By */
            closed_by: string | null;
            /** Id Tag Status */
            id_tag_status: string;
            /** Latest Reading At */
            latest_reading_at: string | null;
            /** Latest Register Wh */
            latest_register_wh: number | null;
            /**
             * Readings
             * @description how many MeterValues requests were counted
             */
            readings: number;
            /** Reconcile After */
            reconcile_after: string | null;
            /** Reconcile Trigger */
            reconcile_trigger: string | null;
            /** Tariff Id */
            tariff_id: string | null;
            /** Time Zone */
            time_zone: string;
            /** Attempts */
            attempts: number;
            /** Last Error */
            last_error: string | null;
            /** Due Kind */
            due_kind: string | null;
            /** Due At */
            due_at: string | null;
            /** Billed At */
            billed_at: string | null;
            price: components["schemas"]["PriceView"] | null;
            /** Version */
            version: number;
        };
        /**
         * TransactionPage
         * @description One page of transactions.
         */
        TransactionPage: {
            /** Items */
            items: components["schemas"]["OperatorTransactionView"][];
            /**
             * Next Cursor
             * @description where the list goes on; null at its end
             */
            next_cursor: string | null;
            /**
             * Looked Back To
             * @description where there may be older ones: the day (UTC) from which on all were looked at
             */
            looked_back_to: string | null;
        };
        /**
         * TransactionState
         * @description States of a transaction. PENDING_RECONCILIATION is shown for RUNNING with reconcile_after.
         * @enum {string}
         */
        TransactionState: "RUNNING" | "STOPPED" | "COMPLETED" | "BILLING_FAILED" | "HELD" | "UNBILLED" | "CANCELLED";
        /**
         * TransferState
         * @description Where a transfer stands. STUCK: nothing was heard for longer than a charger should take.
         * @enum {string}
         */
        TransferState: "asked" | "refused" | "running" | "stuck" | "succeeded" | "failed";
        /**
         * TransferView
         * @description The last transfer that a charger was asked for, and where it stands.
         */
        TransferView: {
            /** Command Id */
            command_id: string;
            /** Action */
            action: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Begins At
             * Format: date-time
             * @description at the earliest
             */
            begins_at: string;
            /**
             * Firmware Id
             * @description null for an address of the operator's own
             */
            firmware_id: string | null;
            /** @description stuck: no status for longer than it should take */
            state: components["schemas"]["TransferState"];
            /**
             * Status
             * @description the charger's last word on it
             */
            status: string | null;
            /** Status At */
            status_at: string | null;
        };
        /**
         * UnknownView
         * @description Something that turned up and is not known here.
         */
        UnknownView: {
            /** Key */
            key: string;
            /**
             * As Sent
             * @description how it wrote itself
             */
            as_sent: string;
            /**
             * Detail
             * @description as it was sent, and from where
             */
            detail: string;
            /**
             * First Seen At
             * Format: date-time
             */
            first_seen_at: string;
            /**
             * Last Seen At
             * Format: date-time
             */
            last_seen_at: string;
            /**
             * Times
             * @description counted once a minute
             */
            times: number;
        };
        /**
         * UploadView
         * @description Where a file is to be sent with PUT, with its length declared.
         */
        UploadView: {
            /** Url */
            url: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Limit Bytes */
            limit_bytes: number;
        };
        /**
         * UserReport
         * @description What a person paid for, by day.
         */
        UserReport: {
            /** User Id */
            user_id: string;
            total: components["schemas"]["SumsView"];
            /** Days */
            days: components["schemas"]["DayView"][];
            /**
             * Complete
             * @description false when there is more: add up the next page too
             */
            complete: boolean;
            /** Next Cursor */
            next_cursor: string | null;
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
         * WalletView
         * @description A user's money, in minor units of the operator's currency.
         */
        WalletView: {
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
        };
        /**
         * WindowFields
         * @description Other prices at certain hours of certain days, by the station's clock.
         */
        WindowFields: {
            /** Name */
            name: string;
            /**
             * Weekdays
             * @description 0 is Monday
             */
            weekdays: number[];
            /**
             * Begins
             * @description local time, as 22:00
             */
            begins: string;
            /**
             * Ends
             * @description not after `begins`: on the next day
             */
            ends: string;
            /**
             * Energy Rate Micro Per Kwh
             * @description in millionths of a major unit
             */
            energy_rate_micro_per_kwh: number;
            /**
             * Minute Rate Micro
             * @description in millionths of a major unit
             * @default 0
             */
            minute_rate_micro: number;
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
    listStations: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["PageView_StationView_"];
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
    createStation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StationFields"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StationView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readStation: {
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
                    "application/json": components["schemas"]["StationView"];
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
    replaceStation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                station_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StationEdit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StationView"];
                };
            };
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
    deleteStation: {
        parameters: {
            query?: {
                version?: number | null;
            };
            header?: never;
            path: {
                station_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    listChargers: {
        parameters: {
            query?: {
                station_id?: string | null;
                reachability?: components["schemas"]["Reachability"] | null;
                /** @description only what begins so, in whatever capitals */
                prefix?: string;
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
                    "application/json": components["schemas"]["PageView_ChargerView_"];
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
    registerCharger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCharger"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredCharger"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readCharger: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
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
                    "application/json": components["schemas"]["ChargerDetail"];
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
    replaceCharger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the identity */
                charger_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChargerEdit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargerDetail"];
                };
            };
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
    deleteCharger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the identity */
                charger_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    approveCharger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargerDetail"];
                };
            };
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
    disableCharger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargerDetail"];
                };
            };
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
    enableCharger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargerDetail"];
                };
            };
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
    rekeyCharger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessView"];
                };
            };
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
    rotateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the identity */
                charger_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedKey"];
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
    listMessages: {
        parameters: {
            query?: {
                since?: string | null;
                until?: string | null;
                /** @description OCPP's name, as Heartbeat */
                action?: string | null;
                direction?: components["schemas"]["Direction"] | null;
                /** @description OCPP's unique id */
                message_id?: string | null;
                errors_only?: boolean;
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
                    "application/json": components["schemas"]["PageView_MessageView_"];
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
    listFindings: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
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
                    "application/json": components["schemas"]["FindingView"][];
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
    reportFindings: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
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
                    "text/markdown": unknown;
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
    listFindingsOfChargers: {
        parameters: {
            query?: {
                /** @description only of its chargers */
                station_id?: string | null;
                /** @description of the charger, in whatever capitals */
                vendor?: string | null;
                /** @description of that vendor, in whatever capitals */
                model?: string | null;
                /** @description only findings of this kind */
                code?: string | null;
                /** @description how many to look at */
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
                    "application/json": components["schemas"]["PageView_ChargerFindings_"];
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
    readChargerFirmware: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
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
                    "application/json": components["schemas"]["ChargerFirmwareView"];
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
    readDiagnostics: {
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
                    "application/json": components["schemas"]["DiagnosticsView"];
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
    linkFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                command_id: string;
                name: string;
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
                    "application/json": components["schemas"]["LinkView"];
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
    listFirmware: {
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
                    "application/json": components["schemas"]["PageView_KeptFirmwareView_"];
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
    announceFirmware: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirmwareFields"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncedView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readFirmware: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                firmware_id: string;
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
                    "application/json": components["schemas"]["KeptFirmwareView"];
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
    withdrawFirmware: {
        parameters: {
            query?: {
                /** @description although chargers install it now */
                confirmed?: boolean;
            };
            header?: never;
            path: {
                firmware_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    offerUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                firmware_id: string;
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
                    "application/json": components["schemas"]["UploadView"];
                };
            };
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
    listInstallations: {
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
                firmware_id: string;
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
                    "application/json": components["schemas"]["PageView_InstallationView_"];
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
    listReservations: {
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
                    "application/json": components["schemas"]["PageView_ReservationView_"];
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
    listChargingProfiles: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
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
                    "application/json": components["schemas"]["ProfileView"][];
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
    readLocalList: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
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
                    "application/json": components["schemas"]["LocalListView"];
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
    sendLocalList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the identity */
                charger_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Tags"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No outcome yet; Location says where it will be. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
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
    readConfiguration: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
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
                    "application/json": components["schemas"]["ConfigurationView"][];
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
    reapplyConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the identity */
                charger_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyOutcomeView"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    forgetWantedValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                /** @description the identity */
                charger_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    listConfigurationTemplates: {
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
                    "application/json": components["schemas"]["PageView_TemplateView_"];
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
    createConfigurationTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateFields"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readConfigurationTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                template_id: string;
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
                    "application/json": components["schemas"]["TemplateView"];
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
    replaceConfigurationTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateEdit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateView"];
                };
            };
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
    deleteConfigurationTemplate: {
        parameters: {
            query: {
                version: number;
            };
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    applyConfigurationTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Application"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppliedView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listChargersOfConfigurationTemplate: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
            };
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                template_id: string;
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
                    "application/json": components["schemas"]["PageView_ChargerStateView_"];
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
    listCommands: {
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
                    "application/json": components["schemas"]["PageView_ListedCommandView_"];
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
    sendCommand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the identity */
                charger_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommandRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No outcome yet; Location says where it will be. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
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
    readCommand: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                command_id: string;
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
                    "application/json": components["schemas"]["CommandView"];
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
    remoteStart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the identity */
                charger_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoteStart"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No outcome yet; Location says where it will be. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
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
    remoteStop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the identity */
                charger_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoteStop"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No outcome yet; Location says where it will be. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
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
    changeAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the identity */
                charger_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAvailability"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No outcome yet; Location says where it will be. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
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
    sendBulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOutcome"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSecurityEvents: {
        parameters: {
            query?: {
                /** @description of arrival, UTC; today when left out */
                day?: string | null;
                charger_id?: string | null;
                /** @description as TamperDetectionActivated */
                kind?: string | null;
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
                    "application/json": components["schemas"]["PageView_SecurityEventView_"];
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
    listSecurityEventsOfCharger: {
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
                    "application/json": components["schemas"]["PageView_SecurityEventView_"];
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
    listCertificateRequests: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
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
                    "application/json": components["schemas"]["CertificateRequestView"][];
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
    listUnknownChargers: {
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
                    "application/json": components["schemas"]["UnknownView"][];
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
    dismissUnknownCharger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the identity */
                charger_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    registerUnknownCharger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the identity */
                charger_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChargerFields"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredCharger"];
                };
            };
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
    listUnknownIdTags: {
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
                    "application/json": components["schemas"]["UnknownView"][];
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
    registerUnknownIdTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id_tag: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagFields"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorTagView"];
                };
            };
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
    dismissUnknownIdTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id_tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /** @description started at or after */
                since?: string | null;
                /** @description started before */
                until?: string | null;
                station_id?: string | null;
                charger_id?: string | null;
                /** @description who pays */
                user_id?: string | null;
                state?: ("RUNNING" | "PENDING_RECONCILIATION" | "STOPPED" | "COMPLETED" | "BILLING_FAILED" | "HELD" | "UNBILLED" | "CANCELLED") | null;
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
                    "application/json": components["schemas"]["TransactionPage"];
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
    readTransaction: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                transaction_id: number;
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
                    "application/json": components["schemas"]["TransactionDetail"];
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
    listMeterValues: {
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
                transaction_id: number;
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
                    "application/json": components["schemas"]["PageView_ReadingView_"];
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
    readTimeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                transaction_id: number;
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
                    "application/json": components["schemas"]["OperatorTimelineView"][];
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
    retryBilling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transaction_id: number;
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
                    "application/json": components["schemas"]["TransactionDetail"];
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
    stopTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transaction_id: number;
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
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
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
    resolveTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transaction_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Resolution"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionDetail"];
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
    refundTransaction: {
        parameters: {
            query?: never;
            header: {
                /** @description makes the request happen once: the same key and body get the first answer, the same key and another body 422 */
                "idempotency-key": string;
            };
            path: {
                transaction_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntryView"];
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
    retryMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRetry"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetryOutcome"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
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
    listBillingFailures: {
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
                    "application/json": components["schemas"]["PageView_BillingFailureView_"];
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
    listTariffs: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["PageView_TariffView_"];
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
    createTariff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TariffFields"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TariffView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readTariff: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                tariff_id: string;
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
                    "application/json": components["schemas"]["TariffView"];
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
    replaceTariff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tariff_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TariffEdit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TariffView"];
                };
            };
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
    endTariff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tariff_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    previewTariff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tariff_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceView"];
                };
            };
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
                user_id?: string | null;
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
                    "application/json": components["schemas"]["PageView_OperatorTagView_"];
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
    createIdTag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTag"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorTagView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readIdTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id_tag: string;
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
                    "application/json": components["schemas"]["OperatorTagView"];
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
    replaceIdTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id_tag: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagEdit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorTagView"];
                };
            };
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
    deleteIdTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id_tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
    importIdTags: {
        parameters: {
            query?: {
                /** @description only say what would become of each line: nothing is created */
                dry_run?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example id_tag,user_id
                 *     04A2B3C4D5,9b1f0c62d7e84a5bb3f1c9a2
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedLine"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    importChargers: {
        parameters: {
            query?: {
                /** @description only say what would become of each line: nothing is created */
                dry_run?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example identity,station_id,rated_power_w,connector_count
                 *     RDAM 124,1c9a2b3f1d7e,22000,2
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedCharger"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
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
                email?: string | null;
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
    deactivateUser: {
        parameters: {
            query?: never;
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
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
    activateUser: {
        parameters: {
            query?: never;
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
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
    readUserWallet: {
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
                    "application/json": components["schemas"]["WalletView"];
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
    listUserLedger: {
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
                    "application/json": components["schemas"]["PageView_OperatorLedgerEntryView_"];
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
    topUpWallet: {
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
                "application/json": components["schemas"]["TopUp"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntryView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    adjustWallet: {
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
                "application/json": components["schemas"]["Adjustment"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntryView"];
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
    listCardRefunds: {
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
                    "application/json": components["schemas"]["PageView_CardRefundView_"];
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
    refundToCard: {
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
                "application/json": components["schemas"]["CardRefundRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntryView"];
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
    readSummary: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description 30 days before the last */
                first_day?: string | null;
                /** @description today, when left out */
                last_day?: string | null;
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
                    "application/json": components["schemas"]["Summary"];
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
    listStationSums: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description 30 days before the last */
                first_day?: string | null;
                /** @description today, when left out */
                last_day?: string | null;
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
                    "application/json": components["schemas"]["PageView_StationSumsView_"];
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
    readStationReport: {
        parameters: {
            query?: {
                /** @description 30 days before the last */
                first_day?: string | null;
                /** @description today, when left out */
                last_day?: string | null;
            };
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
                    "application/json": components["schemas"]["StationReport"];
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
    readChargerReport: {
        parameters: {
            query?: {
                /** @description 30 days before the last */
                first_day?: string | null;
                /** @description today, when left out */
                last_day?: string | null;
            };
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
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
                    "application/json": components["schemas"]["ChargerReport"];
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
    readUserReport: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description 30 days before the last */
                first_day?: string | null;
                /** @description today, when left out */
                last_day?: string | null;
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
                    "application/json": components["schemas"]["UserReport"];
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
    exportTransactions: {
        parameters: {
            query?: {
                /** @description started at or after */
                since?: string | null;
                /** @description started before */
                until?: string | null;
                station_id?: string | null;
                charger_id?: string | null;
                /** @description who pays */
                user_id?: string | null;
                state?: ("RUNNING" | "PENDING_RECONCILIATION" | "STOPPED" | "COMPLETED" | "BILLING_FAILED" | "HELD" | "UNBILLED" | "CANCELLED") | null;
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
                    "text/csv": string;
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
    exportLedger: {
        parameters: {
            query?: {
                /** @description everybody's, when left out */
                user_id?: string | null;
                /** @description at or after */
                since?: string | null;
                /** @description before */
                until?: string | null;
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
                    "text/csv": string;
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
    listExports: {
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
                    "application/json": components["schemas"]["PageView_ExportView_"];
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
    requestExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description the `ETag` of an earlier answer: 304 when nothing has changed since */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                export_id: string;
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
                    "application/json": components["schemas"]["ExportView"];
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
    listChargePoints: {
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
                    "application/json": components["schemas"]["PageView_ChargerView_"];
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
    requestChargePoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                charge_point_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommandRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No outcome yet; Location says where it will be. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
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
    listLogs: {
        parameters: {
            query?: {
                since?: string | null;
                until?: string | null;
                /** @description OCPP's name, as Heartbeat */
                action?: string | null;
                direction?: components["schemas"]["Direction"] | null;
                /** @description OCPP's unique id */
                message_id?: string | null;
                errors_only?: boolean;
                /** @description how many items at most */
                limit?: number;
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
                    "application/json": components["schemas"]["PageView_MessageView_"];
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
    listLogsOfCharger: {
        parameters: {
            query?: {
                since?: string | null;
                until?: string | null;
                /** @description OCPP's name, as Heartbeat */
                action?: string | null;
                direction?: components["schemas"]["Direction"] | null;
                /** @description OCPP's unique id */
                message_id?: string | null;
                errors_only?: boolean;
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
                charge_point_id: string;
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
                    "application/json": components["schemas"]["PageView_MessageView_"];
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
    listAudit: {
        parameters: {
            query?: {
                /** @description as `station#<id>` */
                subject?: string | null;
                /** @description a user's id */
                actor?: string | null;
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
                    "application/json": components["schemas"]["PageView_AuditView_"];
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
    listReviews: {
        parameters: {
            query: {
                kind: components["schemas"]["ReviewKind"];
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
                    "application/json": components["schemas"]["PageView_ReviewView_"];
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
}
