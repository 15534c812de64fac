// Made by `npm run client:types` from the document.
export interface paths {
    "/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List candidates, newest first
         * @description Needs the scope `candidates:read`.
         */
        get: operations["candidates.list"];
        put?: never;
        /**
         * Create a new candidate
         * @description Needs the scope `candidates:write`.
         */
        post: operations["candidates.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/candidates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one candidate
         * @description Needs the scope `candidates:read`.
         */
        get: operations["candidates.get"];
        put?: never;
        post?: never;
        /**
         * Delete one candidate
         * @description Its applications go with it, with their interviews and offers, and so do the notes on it. Needs the scope `candidates:write`.
         */
        delete: operations["candidates.delete"];
        options?: never;
        head?: never;
        /**
         * Change the given fields of one candidate
         * @description Needs the scope `candidates:write`.
         */
        patch: operations["candidates.update"];
        trace?: never;
    };
    "/candidates/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the notes on one candidate that the caller may see, newest first
         * @description Needs the scope `candidates:read`.
         */
        get: operations["notes.list"];
        put?: never;
        /**
         * Create a new note on one candidate, by the owner of the key
         * @description Needs the scope `candidates:write`.
         */
        post: operations["notes.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List departments, newest first
         * @description Needs the scope `jobs:read`.
         */
        get: operations["departments.list"];
        put?: never;
        /**
         * Create a new department
         * @description Needs the scope `jobs:write`.
         */
        post: operations["departments.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs, newest first
         * @description Needs the scope `jobs:read`.
         */
        get: operations["jobs.list"];
        put?: never;
        /**
         * Create a new job
         * @description Needs the scope `jobs:write`.
         */
        post: operations["jobs.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one job
         * @description Needs the scope `jobs:read`.
         */
        get: operations["jobs.get"];
        put?: never;
        post?: never;
        /**
         * Delete one job
         * @description Refused while the job has applications: archive it instead. Needs the scope `jobs:write`.
         */
        delete: operations["jobs.delete"];
        options?: never;
        head?: never;
        /**
         * Change the given fields of one job
         * @description A change of status sets `opened_at` and `closed_at`. It is told as `job.closed` or `job.archived` where that is what the job becomes, everything else as `job.updated`. Needs the scope `jobs:write`.
         */
        patch: operations["jobs.update"];
        trace?: never;
    };
    "/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List applications, newest first
         * @description Needs the scope `applications:read`.
         */
        get: operations["applications.list"];
        put?: never;
        /**
         * Create a new application
         * @description Needs the scope `applications:write`.
         */
        post: operations["applications.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one application
         * @description Needs the scope `applications:read`.
         */
        get: operations["applications.get"];
        put?: never;
        post?: never;
        /**
         * Delete one application
         * @description Its interviews, offers and history go with it. Needs the scope `applications:write`.
         */
        delete: operations["applications.delete"];
        options?: never;
        head?: never;
        /**
         * Change the given fields of one application
         * @description A change of status is a move: freely among the stages and to `hired` or `rejected`, from `rejected` back to a stage, and nowhere from `hired`. It is told as `application.hired`, `application.rejected` or else `application.stage_changed`; what is no move, as `application.updated`. A `rejection_reason` is taken only where the application is rejected then. Needs the scope `applications:write`.
         */
        patch: operations["applications.update"];
        trace?: never;
    };
    "/interviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List interviews, newest first
         * @description Needs the scope `interviews:read`.
         */
        get: operations["interviews.list"];
        put?: never;
        /**
         * Create a new interview
         * @description Needs the scope `interviews:write`.
         */
        post: operations["interviews.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one interview
         * @description Needs the scope `interviews:read`.
         */
        get: operations["interviews.get"];
        put?: never;
        post?: never;
        /**
         * Delete one interview
         * @description Needs the scope `interviews:write`.
         */
        delete: operations["interviews.delete"];
        options?: never;
        head?: never;
        /**
         * Change the given fields of one interview
         * @description A scheduled interview ends as `completed` or `cancelled`, and stays so. A new time is told as `interview.scheduled`. Needs the scope `interviews:write`.
         */
        patch: operations["interviews.update"];
        trace?: never;
    };
    "/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List offers, newest first
         * @description Needs the scope `offers:read`.
         */
        get: operations["offers.list"];
        put?: never;
        /**
         * Create a new offer
         * @description Needs the scope `offers:write`.
         */
        post: operations["offers.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one offer
         * @description Needs the scope `offers:read`.
         */
        get: operations["offers.get"];
        put?: never;
        post?: never;
        /**
         * Delete one offer
         * @description Needs the scope `offers:write`.
         */
        delete: operations["offers.delete"];
        options?: never;
        head?: never;
        /**
         * Change the given fields of one offer
         * @description An offer that was sent ends as `accepted`, `rejected` or `withdrawn`, and stays so. Accepting it moves the application to `hired` at the same time, and is refused where that is rejected or hired already, or the offer has expired. Needs the scope `offers:write`.
         */
        patch: operations["offers.update"];
        trace?: never;
    };
    "/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and delete many rows
         * @description Each operation also needs the write scope of its resource. With `atomic`, or with an `Idempotency-Key`, any answer but 200 means that nothing was done. With neither, the operations are carried out fifty at a time, and those done before an answer of 5xx, or of 401 to a key that ended meanwhile, stay done. Needs the scope `bulk:write`.
         */
        post: operations["bulk.run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count applications by status, hires and open jobs
         * @description Needs the scope `analytics:read`.
         */
        get: operations["analytics.overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count how many applications reached each status
         * @description Needs the scope `analytics:read`.
         */
        get: operations["analytics.funnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/time-to-hire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measure the days from application to hire
         * @description Needs the scope `analytics:read`.
         */
        get: operations["analytics.time-to-hire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count candidates and hires by source
         * @description Needs the scope `analytics:read`.
         */
        get: operations["analytics.sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks, newest first
         * @description Needs the scope `webhooks:read`.
         */
        get: operations["webhooks.list"];
        put?: never;
        /**
         * Create a new webhook
         * @description The key must also be able to read what the webhook tells of: it needs the read scope of each event, `read` for `*`, and `*` for the events of API keys. Needs the scope `webhooks:write`.
         */
        post: operations["webhooks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one webhook
         * @description Needs the scope `webhooks:read`.
         */
        get: operations["webhooks.get"];
        put?: never;
        post?: never;
        /**
         * Delete one webhook
         * @description Needs the scope `webhooks:write`.
         */
        delete: operations["webhooks.delete"];
        options?: never;
        head?: never;
        /**
         * Change the given fields of one webhook
         * @description The key must also be able to read what the webhook tells of: it needs the read scope of each event, `read` for `*`, and `*` for the events of API keys. To send elsewhere, or to enable it, also of each event that the webhook told of before. Needs the scope `webhooks:write`.
         */
        patch: operations["webhooks.update"];
        trace?: never;
    };
    "/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the signing secret of one webhook
         * @description For a day, or as long as `overlap_seconds` says, what is sent is signed with both the new secret and the one before, so that receivers can change over. The key must also be able to read what the webhook tells of: it needs the read scope of each event, `read` for `*`, and `*` for the events of API keys. Needs the scope `webhooks:write`.
         */
        post: operations["webhooks.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one webhook a test event
         * @description The data is that of the documentation’s examples, and nobody’s. It is sent at once and once, also where the webhook is disabled, and the answer tells what came of it; with an `Idempotency-Key` it is sent after the answer. The key must also be able to read what the webhook tells of. Needs the scope `webhooks:write`.
         */
        post: operations["webhooks.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries of one webhook, newest first
         * @description They are kept for 30 days; what still waits then, until it is over. The key must also be able to read what the webhook tells of. Needs the scope `webhooks:read`.
         */
        get: operations["webhooks.list-deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send again what failed in a period
         * @description At most 1,000 at once, the oldest first; tests are left out. The key must also be able to read what the webhook tells of. Needs the scope `webhooks:write`.
         */
        post: operations["webhooks.resend-deliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one delivery with what was sent and answered
         * @description The key must also be able to read what the webhook tells of. Needs the scope `webhooks:read`.
         */
        get: operations["webhooks.get-delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries/{delivery_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one delivery again
         * @description Whatever became of it, under the same `webhook-id`. It is on its way when the answer comes. The key must also be able to read what the webhook tells of. Needs the scope `webhooks:write`.
         */
        post: operations["webhooks.resend-delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the API key that makes the call
         * @description Any API key may do this with itself, whatever its scopes.
         */
        get: operations["api-keys.get-current"];
        put?: never;
        post?: never;
        /**
         * Revoke the API key that makes the call
         * @description Any API key may do this with itself, whatever its scopes.
         */
        delete: operations["api-keys.revoke-current"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/current/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what the API key that makes the call really does
         * @description The figures are at most a few seconds old. Right after a rotation, `rotation.previous.last_hour.calls` of 0 means nothing yet: it may be between two runs of a program. Wait until this key is an hour old; 0 calls then say that nothing used the key that it took over from for an hour. A program that runs less often shows in `rotation.previous.last_used_at`. Any API key may do this with itself, whatever its scopes.
         */
        get: operations["api-keys.usage-current"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/current/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the API key that makes the call
         * @description The new key has the same owner, name and restrictions, and the scopes that the old one really has now. The old key works on for the grace period. A key that was rotated already, is disabled or about to end, or whose own predecessor still works is a conflict. The new key ends no later than the old one would have. Any API key may do this with itself, whatever its scopes.
         */
        post: operations["api-keys.rotate-current"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys, newest first
         * @description Needs the scope `*`.
         */
        get: operations["api-keys.list"];
        put?: never;
        /**
         * Generate a new API key
         * @description Needs the scope `*`.
         */
        post: operations["api-keys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one API key
         * @description Needs the scope `*`.
         */
        get: operations["api-keys.get"];
        put?: never;
        post?: never;
        /**
         * Revoke one API key; the record of it stays
         * @description Needs the scope `*`.
         */
        delete: operations["api-keys.revoke"];
        options?: never;
        head?: never;
        /**
         * Change the given fields of one API key
         * @description Needs the scope `*`.
         */
        patch: operations["api-keys.update"];
        trace?: never;
    };
    "/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate one API key: make the key that takes over from it
         * @description The new key has the same owner, name and restrictions, and the scopes that the old one really has now. The old key works on for the grace period. A key that was rotated already, is disabled or about to end, or whose own predecessor still works is a conflict. Needs the scope `*`.
         */
        post: operations["api-keys.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what one API key really does
         * @description The figures are at most a few seconds old. Right after a rotation, `rotation.previous.last_hour.calls` of 0 means nothing yet: it may be between two runs of a program. Wait until this key is an hour old; 0 calls then say that nothing used the key that it took over from for an hour. A program that runs less often shows in `rotation.previous.last_used_at`. Needs the scope `*`.
         */
        get: operations["api-keys.usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an API key that you found
         * @description Whoever has a key may end it. A living one is revoked with what took over from it by its own doing, and its owner is told. The answer is the same whatever came of it, so it tells nobody whether there is such a key. Needs no API key.
         */
        post: operations["api-keys.revoke-found"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/leaked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report API keys found in public: for GitHub’s secret scanning
         * @description GitHub calls this as its secret scanning partner program says, and signs the body. What happens to a key that was found is what its `on_leak` says. Body and answer are GitHub's formats, outside the envelope; a refusal is in it. Needs no API key.
         */
        post: operations["api-keys.report-leaked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get this document
         * @description Needs no API key.
         */
        get: operations["openapi.get"];
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
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13",
         *       "full_name": "Ada Lovelace",
         *       "email": "ada@example.com",
         *       "phone": "+44 20 7946 0000",
         *       "tags": [
         *         "engineering",
         *         "remote"
         *       ],
         *       "source": "referral",
         *       "location": "London",
         *       "linkedin_url": "https://www.linkedin.com/in/ada",
         *       "created_at": "2027-01-31T09:30:00.000Z",
         *       "updated_at": "2027-02-01T14:05:12.000Z"
         *     }
         */
        Candidate: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /** @description First and last name, as written */
            full_name: string;
            /**
             * Format: email
             * @description Unique in the organization, without regard to case
             */
            email: string;
            /** @description As written */
            phone: string | null;
            /** @description Words to find candidates by */
            tags: string[];
            /** @description Where the candidate came from */
            source: string;
            /** @description Where the candidate lives */
            location: string | null;
            /** @description The profile on LinkedIn */
            linkedin_url: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed
             */
            updated_at: string;
        };
        /**
         * @example {
         *       "total": 1,
         *       "limit": 50,
         *       "offset": 0,
         *       "has_more": false,
         *       "cursor": null
         *     }
         */
        PageMeta: {
            /**
             * Format: int64
             * @description How many rows match the filters, counted with the first page
             */
            total: number;
            /**
             * Format: int32
             * @description How many rows were asked for
             */
            limit: number;
            /**
             * Format: int64
             * @description How many rows precede this page
             */
            offset: number;
            /** @description Whether rows follow */
            has_more: boolean;
            /** @description Send it as `cursor` for the next page; null on the last page or where the sort has none */
            cursor: string | null;
        };
        Failure: {
            /**
             * @description Whether it was done
             * @constant
             */
            success: false;
            /** @description Nothing */
            data: null;
            /** @description One for each thing that is wrong */
            errors: {
                /**
                 * @description What kind of fault, for programs
                 * @enum {string}
                 */
                code: "invalid_request" | "unauthorized" | "forbidden" | "not_found" | "method_not_allowed" | "duplicate" | "conflict" | "payload_too_large" | "unsupported_media_type" | "validation_error" | "rate_limited" | "server_error";
                /** @description What is wrong, for people */
                message: string;
                /** @description The path of the one field at fault, such as `tags.2` */
                field?: string;
            }[];
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f19",
         *       "candidate_id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13",
         *       "body": "Prefers to start in April.",
         *       "visibility": "shared",
         *       "author": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f10",
         *         "name": "Grace Hopper"
         *       },
         *       "created_at": "2027-01-31T09:30:00.000Z"
         *     }
         */
        Note: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /**
             * Format: uuid
             * @description The candidate that it is about
             */
            candidate_id: string;
            /** @description What it says, in plain text */
            body: string;
            /**
             * @description A private note is seen by its author, and by keys that the author owns
             * @enum {string}
             */
            visibility: "private" | "shared";
            /** @description Who wrote it */
            author: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
        };
        Person: {
            /**
             * Format: uuid
             * @description Who
             */
            id: string;
            /** @description By name */
            name: string;
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f14",
         *       "name": "Engineering",
         *       "created_at": "2027-01-31T09:30:00.000Z",
         *       "updated_at": "2027-02-01T14:05:12.000Z"
         *     }
         */
        Department: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /** @description Unique in the organization */
            name: string;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed
             */
            updated_at: string;
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f15",
         *       "title": "Backend engineer",
         *       "description": "You build what our customers call.",
         *       "status": "open",
         *       "department_id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f14",
         *       "location_type": "hybrid",
         *       "location": "London",
         *       "employment_type": "full-time",
         *       "salary_min": 70000,
         *       "salary_max": 90000,
         *       "currency": "GBP",
         *       "opened_at": "2027-01-31T09:30:00.000Z",
         *       "closed_at": null,
         *       "created_at": "2027-01-31T09:30:00.000Z",
         *       "updated_at": "2027-02-01T14:05:12.000Z"
         *     }
         */
        Job: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /** @description What the position is called */
            title: string;
            /** @description What the work is, in plain text */
            description: string | null;
            /**
             * @description Only an open job is advertised
             * @enum {string}
             */
            status: "open" | "closed" | "draft" | "archived";
            /** @description The department that it belongs to */
            department_id: string | null;
            /** @description Where the work is done */
            location_type: ("onsite" | "remote" | "hybrid") | null;
            /** @description The place, where there is one */
            location: string | null;
            /** @description Such as full-time */
            employment_type: string | null;
            /** @description The least it pays a year, in whole units of the currency */
            salary_min: number | null;
            /** @description The most it pays a year, in whole units of the currency */
            salary_max: number | null;
            /** @description The ISO 4217 code of a currency */
            currency: string | null;
            /** @description When it was last opened; null while it is a draft */
            opened_at: string | null;
            /** @description When it was closed, or archived while it was open */
            closed_at: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed
             */
            updated_at: string;
        };
        /**
         * @description The ISO 4217 code of a currency
         * @enum {string}
         */
        Currency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HRK" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SLL" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XDR" | "XOF" | "XPF" | "XSU" | "YER" | "ZAR" | "ZMW" | "ZWG" | "ZWL";
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f16",
         *       "candidate_id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13",
         *       "job_id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f15",
         *       "status": "interview",
         *       "rejection_reason": null,
         *       "hired_at": null,
         *       "created_at": "2027-01-31T09:30:00.000Z",
         *       "updated_at": "2027-02-01T14:05:12.000Z"
         *     }
         */
        Application: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /**
             * Format: uuid
             * @description Who applies
             */
            candidate_id: string;
            /**
             * Format: uuid
             * @description For which job
             */
            job_id: string;
            /**
             * @description The stage that it has reached
             * @enum {string}
             */
            status: "applied" | "screening" | "interview" | "offer" | "hired" | "rejected";
            /** @description Why it was rejected */
            rejection_reason: string | null;
            /** @description When it was moved to `hired` */
            hired_at: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed
             */
            updated_at: string;
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f16",
         *       "candidate_id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13",
         *       "job_id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f15",
         *       "status": "interview",
         *       "rejection_reason": null,
         *       "hired_at": null,
         *       "created_at": "2027-01-31T09:30:00.000Z",
         *       "updated_at": "2027-02-01T14:05:12.000Z",
         *       "candidate": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13",
         *         "full_name": "Ada Lovelace",
         *         "email": "ada@example.com"
         *       },
         *       "job_role": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f15",
         *         "title": "Backend engineer"
         *       }
         *     }
         */
        ApplicationInFull: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /**
             * Format: uuid
             * @description Who applies
             */
            candidate_id: string;
            /**
             * Format: uuid
             * @description For which job
             */
            job_id: string;
            /**
             * @description The stage that it has reached
             * @enum {string}
             */
            status: "applied" | "screening" | "interview" | "offer" | "hired" | "rejected";
            /** @description Why it was rejected */
            rejection_reason: string | null;
            /** @description When it was moved to `hired` */
            hired_at: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed
             */
            updated_at: string;
            /** @description Who applies */
            candidate: {
                /**
                 * Format: uuid
                 * @description What it is found by; never changes
                 */
                id: string;
                /** @description By name */
                full_name: string;
                /**
                 * Format: email
                 * @description To write to
                 */
                email: string;
            };
            /** @description For which job */
            job_role: {
                /**
                 * Format: uuid
                 * @description What it is found by; never changes
                 */
                id: string;
                /** @description What the position is called */
                title: string;
            };
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f17",
         *       "application_id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f16",
         *       "type": "video",
         *       "status": "scheduled",
         *       "scheduled_at": "2027-02-03T15:00:00.000Z",
         *       "duration_minutes": 60,
         *       "location": "https://meet.example.com/ada",
         *       "interviewer_emails": [
         *         "grace@example.com"
         *       ],
         *       "feedback": null,
         *       "created_at": "2027-01-31T09:30:00.000Z",
         *       "updated_at": "2027-02-01T14:05:12.000Z"
         *     }
         */
        Interview: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /**
             * Format: uuid
             * @description The application that it is about
             */
            application_id: string;
            /**
             * @description How they meet
             * @enum {string}
             */
            type: "phone" | "video" | "onsite";
            /**
             * @description Whether it took place
             * @enum {string}
             */
            status: "scheduled" | "completed" | "cancelled";
            /**
             * Format: date-time
             * @description When it begins
             */
            scheduled_at: string;
            /**
             * Format: int32
             * @description How long it takes
             */
            duration_minutes: number;
            /** @description The place, or the link to the call */
            location: string | null;
            /** @description Who asks */
            interviewer_emails: string[];
            /** @description What the interviewers say */
            feedback: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed
             */
            updated_at: string;
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f18",
         *       "application_id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f16",
         *       "status": "sent",
         *       "salary": 85000,
         *       "currency": "GBP",
         *       "start_date": "2027-04-01",
         *       "expires_at": "2027-02-28T23:59:59.000Z",
         *       "created_at": "2027-01-31T09:30:00.000Z",
         *       "updated_at": "2027-02-01T14:05:12.000Z"
         *     }
         */
        Offer: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /**
             * Format: uuid
             * @description The application that it is for
             */
            application_id: string;
            /**
             * @description What became of it
             * @enum {string}
             */
            status: "sent" | "accepted" | "rejected" | "withdrawn";
            /** @description What it pays a year, in whole units of the currency */
            salary: number | null;
            /** @description The ISO 4217 code of a currency */
            currency: string | null;
            /** @description The first day of work */
            start_date: string | null;
            /** @description Until when it can be accepted */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed
             */
            updated_at: string;
        };
        /**
         * @example {
         *       "op": "create",
         *       "resource": "candidates",
         *       "data": {
         *         "full_name": "Ada Lovelace",
         *         "email": "ada@example.com"
         *       }
         *     }
         */
        BulkOperation: {
            /**
             * @description What to do
             * @enum {string}
             */
            op: "create" | "update" | "delete";
            /**
             * @description Of what
             * @enum {string}
             */
            resource: "candidates" | "jobs" | "applications" | "interviews" | "offers";
            /** @description Of the row to change or delete */
            id?: string;
            /** @description What a single request would have as its body: for create and update */
            data?: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "succeeded": 1,
         *       "failed": 0,
         *       "results": [
         *         {
         *           "index": 0,
         *           "status": 201,
         *           "data": {
         *             "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13",
         *             "full_name": "Ada Lovelace",
         *             "email": "ada@example.com",
         *             "phone": "+44 20 7946 0000",
         *             "tags": [
         *               "engineering",
         *               "remote"
         *             ],
         *             "source": "referral",
         *             "location": "London",
         *             "linkedin_url": "https://www.linkedin.com/in/ada",
         *             "created_at": "2027-01-31T09:30:00.000Z",
         *             "updated_at": "2027-02-01T14:05:12.000Z"
         *           },
         *           "errors": null
         *         }
         *       ]
         *     }
         */
        BulkResult: {
            /**
             * Format: int64
             * @description How many operations were carried out
             */
            succeeded: number;
            /**
             * Format: int64
             * @description How many were refused
             */
            failed: number;
            /** @description One for each operation, in the order of the request */
            results: {
                /**
                 * Format: int64
                 * @description The operation's place in the request, from 0
                 */
                index: number;
                /**
                 * Format: int64
                 * @description The status that the operation would have had alone
                 */
                status: number;
                /** @description The row as it was written */
                data: components["schemas"]["BulkRow"] | null;
                /** @description Why it was refused; fields are named from the request on */
                errors: {
                    /**
                     * @description What kind of fault, for programs
                     * @enum {string}
                     */
                    code: "invalid_request" | "unauthorized" | "forbidden" | "not_found" | "method_not_allowed" | "duplicate" | "conflict" | "payload_too_large" | "unsupported_media_type" | "validation_error" | "rate_limited" | "server_error";
                    /** @description What is wrong, for people */
                    message: string;
                    /** @description The path of the one field at fault, such as `tags.2` */
                    field?: string;
                }[] | null;
            }[];
        };
        /** @description A row of the resource that the operation names */
        BulkRow: components["schemas"]["Candidate"] | components["schemas"]["Job"] | components["schemas"]["Application"] | components["schemas"]["Interview"] | components["schemas"]["Offer"];
        /**
         * @example {
         *       "applications": {
         *         "total": 391,
         *         "by_status": {
         *           "applied": 26,
         *           "screening": 13,
         *           "interview": 6,
         *           "offer": 3,
         *           "hired": 38,
         *           "rejected": 305
         *         }
         *       },
         *       "hires": 38,
         *       "open_jobs": 18
         *     }
         */
        AnalyticsOverview: {
            /** @description The applications made in the period, by the status that they have now */
            applications: {
                /**
                 * Format: int64
                 * @description How many there are in all
                 */
                total: number;
                /** @description How many there are of each status */
                by_status: {
                    /**
                     * Format: int64
                     * @description How many have this status
                     */
                    applied: number;
                    /**
                     * Format: int64
                     * @description How many have this status
                     */
                    screening: number;
                    /**
                     * Format: int64
                     * @description How many have this status
                     */
                    interview: number;
                    /**
                     * Format: int64
                     * @description How many have this status
                     */
                    offer: number;
                    /**
                     * Format: int64
                     * @description How many have this status
                     */
                    hired: number;
                    /**
                     * Format: int64
                     * @description How many have this status
                     */
                    rejected: number;
                };
            };
            /**
             * Format: int64
             * @description The applications hired in the period, whenever they were made
             */
            hires: number;
            /**
             * Format: int64
             * @description The jobs that are open now
             */
            open_jobs: number;
        };
        /**
         * @description How far the applications made in the period have got
         * @example {
         *       "stages": [
         *         {
         *           "status": "applied",
         *           "reached": 391,
         *           "conversion": 1
         *         },
         *         {
         *           "status": "screening",
         *           "reached": 214,
         *           "conversion": 0.5473
         *         },
         *         {
         *           "status": "interview",
         *           "reached": 102,
         *           "conversion": 0.4766
         *         },
         *         {
         *           "status": "offer",
         *           "reached": 48,
         *           "conversion": 0.4706
         *         },
         *         {
         *           "status": "hired",
         *           "reached": 38,
         *           "conversion": 0.7917
         *         }
         *       ],
         *       "rejected": 305
         *     }
         */
        AnalyticsFunnel: {
            /** @description The stages in their order */
            stages: {
                /**
                 * @description Which stage
                 * @enum {string}
                 */
                status: "applied" | "screening" | "interview" | "offer" | "hired";
                /**
                 * Format: int64
                 * @description How many got to this status or beyond it
                 */
                reached: number;
                /** @description The share of those who reached the status before; null where nobody did */
                conversion: number | null;
            }[];
            /**
             * Format: int64
             * @description How many of them are rejected now
             */
            rejected: number;
        };
        /**
         * @example {
         *       "hires": 38,
         *       "median_days": 31.7,
         *       "p90_days": 39.8
         *     }
         */
        AnalyticsTimeToHire: {
            /**
             * Format: int64
             * @description The applications hired in the period
             */
            hires: number;
            /** @description Half of them took at most so many days from application to hire */
            median_days: number | null;
            /** @description Nine of ten took at most so many days */
            p90_days: number | null;
        };
        /**
         * @description The hundred sources with the most candidates, and their hires
         * @example {
         *       "sources": [
         *         {
         *           "source": "linkedin",
         *           "candidates": 120,
         *           "hires": 10
         *         },
         *         {
         *           "source": "referral",
         *           "candidates": 59,
         *           "hires": 12
         *         }
         *       ]
         *     }
         */
        AnalyticsSources: {
            /** @description The one with the most candidates first */
            sources: {
                /** @description Where candidates came from */
                source: string;
                /**
                 * Format: int64
                 * @description The candidates added in the period; with `job_id`, who applied for it
                 */
                candidates: number;
                /**
                 * Format: int64
                 * @description The applications of candidates from this source that were hired in the period
                 */
                hires: number;
            }[];
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f11",
         *       "url": "https://hooks.example.com/prepzo",
         *       "events": [
         *         "candidate.created"
         *       ],
         *       "description": "Tells the payroll",
         *       "enabled": true,
         *       "disabled_reason": null,
         *       "disabled_at": null,
         *       "failing_since": null,
         *       "previous_secret_until": null,
         *       "owner": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f10",
         *         "name": "Grace Hopper"
         *       },
         *       "created_at": "2027-01-31T09:30:00.000Z",
         *       "updated_at": "2027-02-01T14:05:12.000Z"
         *     }
         */
        Webhook: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /**
             * Format: uri
             * @description Where it sends to
             */
            url: string;
            /** @description What it tells of; `*` for all but the events of API keys */
            events: string[];
            /** @description What it is for */
            description: string | null;
            /** @description Whether it sends */
            enabled: boolean;
            /** @description Why the product disabled it: the receiver answered 410, or had only failed for 5 days, at least 10 times; null where a person did, or it is enabled */
            disabled_reason: ("gone" | "failing") | null;
            /** @description When the product disabled it */
            disabled_at: string | null;
            /** @description The first failure since the last success */
            failing_since: string | null;
            /** @description Until when what is sent is signed with the secret before the last rotation as well */
            previous_secret_until: string | null;
            /** @description Whose role bounds what is sent */
            owner: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed
             */
            updated_at: string;
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f11",
         *       "url": "https://hooks.example.com/prepzo",
         *       "events": [
         *         "candidate.created"
         *       ],
         *       "description": "Tells the payroll",
         *       "enabled": true,
         *       "disabled_reason": null,
         *       "disabled_at": null,
         *       "failing_since": null,
         *       "previous_secret_until": null,
         *       "owner": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f10",
         *         "name": "Grace Hopper"
         *       },
         *       "created_at": "2027-01-31T09:30:00.000Z",
         *       "updated_at": "2027-02-01T14:05:12.000Z",
         *       "secret": "whsec_dGhpcyBpcyBhbiBleGFtcGxlIG9ubHk="
         *     }
         */
        WebhookWithSecret: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /**
             * Format: uri
             * @description Where it sends to
             */
            url: string;
            /** @description What it tells of; `*` for all but the events of API keys */
            events: string[];
            /** @description What it is for */
            description: string | null;
            /** @description Whether it sends */
            enabled: boolean;
            /** @description Why the product disabled it: the receiver answered 410, or had only failed for 5 days, at least 10 times; null where a person did, or it is enabled */
            disabled_reason: ("gone" | "failing") | null;
            /** @description When the product disabled it */
            disabled_at: string | null;
            /** @description The first failure since the last success */
            failing_since: string | null;
            /** @description Until when what is sent is signed with the secret before the last rotation as well */
            previous_secret_until: string | null;
            /** @description Whose role bounds what is sent */
            owner: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed
             */
            updated_at: string;
            /** @description Signs what is sent, as in Standard Webhooks. It is not shown again */
            secret: string;
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f20",
         *       "webhook_id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f11",
         *       "event_id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f21",
         *       "event_type": "candidate.created",
         *       "test": false,
         *       "status": "delivered",
         *       "attempts": 1,
         *       "next_attempt_at": null,
         *       "last_status_code": 204,
         *       "last_error": null,
         *       "last_duration_ms": 87,
         *       "delivered_at": "2027-02-01T14:05:12.397Z",
         *       "created_at": "2027-02-01T14:05:12.265Z"
         *     }
         */
        WebhookDelivery: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /**
             * Format: uuid
             * @description The webhook that it goes to
             */
            webhook_id: string;
            /** @description What happened; the same for each webhook. Null for a test */
            event_id: string | null;
            /**
             * @description What it tells of
             * @enum {string}
             */
            event_type: "candidate.created" | "candidate.updated" | "candidate.deleted" | "application.created" | "application.updated" | "application.stage_changed" | "application.rejected" | "application.hired" | "job.created" | "job.updated" | "job.closed" | "job.archived" | "interview.scheduled" | "interview.completed" | "interview.cancelled" | "offer.created" | "offer.accepted" | "offer.rejected" | "note.created" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "api_key.expiring" | "api_key.leaked";
            /** @description Whether it was asked for as a test */
            test: boolean;
            /**
             * @description `pending` until it was received or given up
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed";
            /**
             * Format: int64
             * @description How many were made
             */
            attempts: number;
            /** @description When it is tried next, at the earliest; null unless it is pending */
            next_attempt_at: string | null;
            /** @description The status that the receiver answered with last */
            last_status_code: number | null;
            /** @description Why the last attempt failed; null where it did not */
            last_error: ("status" | "redirect" | "gone" | "timeout" | "dns" | "connection_refused" | "unreachable" | "connection_lost" | "tls" | "unreadable" | "forbidden_address" | "unsigned" | "forbidden" | "not_asked") | null;
            /** @description How long the last attempt took, in milliseconds */
            last_duration_ms: number | null;
            /** @description When it was received last, also where it failed when it was sent again */
            delivered_at: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
        };
        /**
         * @example {
         *       "resent": 42,
         *       "remaining": 0
         *     }
         */
        ResentDeliveries: {
            /**
             * Format: int64
             * @description How many are on their way now
             */
            resent: number;
            /**
             * Format: int64
             * @description How many more of the period have failed
             */
            remaining: number;
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f20",
         *       "webhook_id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f11",
         *       "event_id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f21",
         *       "event_type": "candidate.created",
         *       "test": false,
         *       "status": "delivered",
         *       "attempts": 1,
         *       "next_attempt_at": null,
         *       "last_status_code": 204,
         *       "last_error": null,
         *       "last_duration_ms": 87,
         *       "delivered_at": "2027-02-01T14:05:12.397Z",
         *       "created_at": "2027-02-01T14:05:12.265Z",
         *       "body": "{\"event\":\"candidate.created\",\"data\":{\"id\":\"01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13\",\"full_name\":\"Ada Lovelace\",\"email\":\"ada@example.com\",\"phone\":\"+44 20 7946 0000\",\"tags\":[\"engineering\",\"remote\"],\"source\":\"referral\",\"location\":\"London\",\"linkedin_url\":\"https://www.linkedin.com/in/ada\",\"created_at\":\"2027-01-31T09:30:00.000Z\",\"updated_at\":\"2027-02-01T14:05:12.000Z\"},\"organization_id\":\"01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f0f\",\"timestamp\":\"2027-02-01T14:05:12.265Z\"}",
         *       "history": [
         *         {
         *           "number": 1,
         *           "at": "2027-02-01T14:05:12.310Z",
         *           "trigger": "automatic",
         *           "status_code": 204,
         *           "error": null,
         *           "duration_ms": 87,
         *           "request_headers": {
         *             "content-type": "application/json",
         *             "webhook-id": "msg_01983a5c7d427b8e9c1f2a6b4d8e0f20",
         *             "webhook-timestamp": "1801490712",
         *             "webhook-signature": "v1,…"
         *           },
         *           "response_headers": {
         *             "date": "Mon, 01 Feb 2027 14:05:12 GMT"
         *           },
         *           "response_body": ""
         *         }
         *       ]
         *     }
         */
        WebhookDeliveryInFull: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /**
             * Format: uuid
             * @description The webhook that it goes to
             */
            webhook_id: string;
            /** @description What happened; the same for each webhook. Null for a test */
            event_id: string | null;
            /**
             * @description What it tells of
             * @enum {string}
             */
            event_type: "candidate.created" | "candidate.updated" | "candidate.deleted" | "application.created" | "application.updated" | "application.stage_changed" | "application.rejected" | "application.hired" | "job.created" | "job.updated" | "job.closed" | "job.archived" | "interview.scheduled" | "interview.completed" | "interview.cancelled" | "offer.created" | "offer.accepted" | "offer.rejected" | "note.created" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "api_key.expiring" | "api_key.leaked";
            /** @description Whether it was asked for as a test */
            test: boolean;
            /**
             * @description `pending` until it was received or given up
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed";
            /**
             * Format: int64
             * @description How many were made
             */
            attempts: number;
            /** @description When it is tried next, at the earliest; null unless it is pending */
            next_attempt_at: string | null;
            /** @description The status that the receiver answered with last */
            last_status_code: number | null;
            /** @description Why the last attempt failed; null where it did not */
            last_error: ("status" | "redirect" | "gone" | "timeout" | "dns" | "connection_refused" | "unreachable" | "connection_lost" | "tls" | "unreadable" | "forbidden_address" | "unsigned" | "forbidden" | "not_asked") | null;
            /** @description How long the last attempt took, in milliseconds */
            last_duration_ms: number | null;
            /** @description When it was received last, also where it failed when it was sent again */
            delivered_at: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /** @description The very text that is posted on each attempt */
            body: string;
            /** @description The attempts, the newest first; the latest hundred */
            history: components["schemas"]["WebhookDeliveryAttempt"][];
        };
        WebhookDeliveryAttempt: {
            /**
             * Format: int64
             * @description Which one, from 1 on
             */
            number: number;
            /**
             * Format: date-time
             * @description When it was made
             */
            at: string;
            /**
             * @description Whether somebody asked for it
             * @enum {string}
             */
            trigger: "automatic" | "resend";
            /** @description The status that the receiver answered with; null where it did not */
            status_code: number | null;
            /** @description Why it failed; null where it did not */
            error: ("status" | "redirect" | "gone" | "timeout" | "dns" | "connection_refused" | "unreachable" | "connection_lost" | "tls" | "unreadable" | "forbidden_address" | "unsigned" | "forbidden" | "not_asked") | null;
            /**
             * Format: int64
             * @description How long it took, in milliseconds
             */
            duration_ms: number;
            /** @description What was sent, the signature masked */
            request_headers: {
                [key: string]: string;
            };
            /** @description What was answered, as far as it was kept */
            response_headers: {
                [key: string]: string;
            };
            /** @description The beginning of what was answered: at most 16 KiB, of a success 1 KiB; null where nothing was. Signatures and secrets in it are masked */
            response_body: string | null;
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f12",
         *       "name": "Nightly export",
         *       "description": null,
         *       "key_prefix": "pk_live_a1b2",
         *       "last_four": "o5p6",
         *       "scopes": [
         *         "candidates:read"
         *       ],
         *       "effective_scopes": [
         *         "candidates:read"
         *       ],
         *       "status": "active",
         *       "enabled": true,
         *       "expires_at": "2027-05-01T00:00:00.000Z",
         *       "allowed_ips": null,
         *       "rate_limit": null,
         *       "on_leak": "revoke",
         *       "owner": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f10",
         *         "name": "Grace Hopper"
         *       },
         *       "created_by": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f10",
         *         "name": "Grace Hopper"
         *       },
         *       "created_by_key_id": null,
         *       "last_used_at": "2027-02-01T03:00:04.000Z",
         *       "last_used_ip": "203.0.113.7",
         *       "created_at": "2027-01-31T09:30:00.000Z",
         *       "revoked_at": null,
         *       "revoked_reason": null,
         *       "rotated_from": null,
         *       "rotated_to": null,
         *       "organization": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f0f",
         *         "name": "Analytical Engines",
         *         "plan": "pro"
         *       },
         *       "rate_limit_effective": 1000
         *     }
         */
        CurrentApiKey: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /** @description What the key is called */
            name: string;
            /** @description What it is for */
            description: string | null;
            /** @description The first 12 characters of the key */
            key_prefix: string;
            /** @description The last 4 characters of the key */
            last_four: string;
            /** @description As given */
            scopes: string[];
            /** @description What they come to now, within what the role of the key's owner allows */
            effective_scopes: ("candidates:read" | "candidates:write" | "jobs:read" | "jobs:write" | "applications:read" | "applications:write" | "interviews:read" | "interviews:write" | "analytics:read" | "webhooks:read" | "webhooks:write" | "offers:read" | "offers:write" | "bulk:write")[];
            /**
             * @description The first that holds: revoked, expired, disabled, expiring within 7 days, active
             * @enum {string}
             */
            status: "revoked" | "expired" | "disabled" | "expiring" | "active";
            /** @description Whether it opens anything; can be changed either way */
            enabled: boolean;
            /** @description When the key ends by itself; null: never */
            expires_at: string | null;
            /** @description Addresses that may use the key; null: any */
            allowed_ips: string[] | null;
            /** @description Requests a minute, where lower than the plan's */
            rate_limit: number | null;
            /**
             * @description What happens when it is found in public
             * @enum {string}
             */
            on_leak: "revoke" | "revoke_after_24h" | "alert";
            /** @description Whose role bounds the key */
            owner: components["schemas"]["Person"];
            /** @description Who made it */
            created_by: components["schemas"]["Person"];
            /** @description The key that made this one */
            created_by_key_id: string | null;
            /** @description When it last made a call; null: never */
            last_used_at: string | null;
            /** @description From which address */
            last_used_ip: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /** @description When it was revoked */
            revoked_at: string | null;
            /** @description Why it was revoked */
            revoked_reason: string | null;
            /** @description The key that it took over from */
            rotated_from: string | null;
            /** @description The key that took over */
            rotated_to: string | null;
            /** @description Whose data the key opens */
            organization: {
                /**
                 * Format: uuid
                 * @description What it is found by; never changes
                 */
                id: string;
                /** @description By name */
                name: string;
                /**
                 * @description What it pays for; decides the rate limit
                 * @enum {string}
                 */
                plan: "free" | "pro" | "scale" | "enterprise";
            };
            /**
             * Format: int32
             * @description Requests a minute that the plan and the key's own limit allow
             */
            rate_limit_effective: number;
        };
        /**
         * @example {
         *       "total": 1204,
         *       "by_day": [
         *         {
         *           "date": "2027-01-31",
         *           "ok": 0,
         *           "client_error": 0,
         *           "server_error": 0,
         *           "rate_limited": 0
         *         },
         *         {
         *           "date": "2027-02-01",
         *           "ok": 1198,
         *           "client_error": 4,
         *           "server_error": 0,
         *           "rate_limited": 2
         *         }
         *       ],
         *       "last_hour": {
         *         "calls": 12,
         *         "addresses": [
         *           {
         *             "address": "203.0.113.7",
         *             "calls": 12,
         *             "last_seen": "2027-02-01T03:00:04.000Z"
         *           }
         *         ]
         *       },
         *       "scopes": [
         *         {
         *           "scope": "candidates:read",
         *           "allowed": true,
         *           "last_used_at": "2027-02-01T03:00:04.000Z"
         *         }
         *       ],
         *       "endpoints": [
         *         {
         *           "method": "GET",
         *           "path": "/candidates",
         *           "calls": 1204
         *         }
         *       ],
         *       "after_death": {
         *         "calls": 0,
         *         "last_seen": null
         *       },
         *       "rotation": {
         *         "previous": null,
         *         "next": null
         *       }
         *     }
         */
        ApiKeyUsage: {
            /**
             * Format: int64
             * @description The calls of the window, whatever their outcome
             */
            total: number;
            /** @description Each day of the window, today last */
            by_day: {
                /**
                 * Format: date
                 * @description The day, in UTC
                 */
                date: string;
                /**
                 * Format: int64
                 * @description Answered below 400
                 */
                ok: number;
                /**
                 * Format: int64
                 * @description Answered from 400 to 499, but for 429
                 */
                client_error: number;
                /**
                 * Format: int64
                 * @description Answered from 500 on
                 */
                server_error: number;
                /**
                 * Format: int64
                 * @description Answered 429
                 */
                rate_limited: number;
            }[];
            /** @description What it did in the last hour */
            last_hour: components["schemas"]["ApiKeyLastHour"];
            /** @description What the key may do now, and what it did before */
            scopes: {
                /**
                 * @description By its fine name; `*` stands for managing keys
                 * @enum {string}
                 */
                scope: "candidates:read" | "candidates:write" | "jobs:read" | "jobs:write" | "applications:read" | "applications:write" | "interviews:read" | "interviews:write" | "analytics:read" | "webhooks:read" | "webhooks:write" | "offers:read" | "offers:write" | "bulk:write" | "read" | "write" | "*";
                /** @description Whether the key may do it now */
                allowed: boolean;
                /** @description When a call that succeeded last needed it; null: it was not used */
                last_used_at: string | null;
            }[];
            /** @description Most calls first */
            endpoints: {
                /** @description The method of the calls */
                method: string;
                /** @description Below /api/v1; `unknown` for paths that are none of the API's */
                path: string;
                /**
                 * Format: int64
                 * @description How many of the calls
                 */
                calls: number;
            }[];
            /** @description Calls with the key when it was revoked, expired, rotated out or disabled */
            after_death: {
                /**
                 * Format: int64
                 * @description How many calls of the window; they are not in `total`
                 */
                calls: number;
                /** @description When the latest of them began */
                last_seen: string | null;
            };
            /** @description The other halves, to see whether they are still in use */
            rotation: {
                /** @description The key that it took over from */
                previous: components["schemas"]["ApiKeyHalf"] | null;
                /** @description The key that took over */
                next: components["schemas"]["ApiKeyHalf"] | null;
            };
        };
        ApiKeyLastHour: {
            /**
             * Format: int64
             * @description How many calls it made
             */
            calls: number;
            /** @description Most calls first */
            addresses: {
                /** @description From where; `other` for those beyond the first hundred */
                address: string;
                /**
                 * Format: int64
                 * @description How many of the calls
                 */
                calls: number;
                /**
                 * Format: date-time
                 * @description When the latest of them began
                 */
                last_seen: string;
            }[];
        };
        ApiKeyHalf: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /** @description The first 12 characters of the key */
            key_prefix: string;
            /** @description The last 4 characters of the key */
            last_four: string;
            /**
             * @description Its state now
             * @enum {string}
             */
            status: "revoked" | "expired" | "disabled" | "expiring" | "active";
            /**
             * Format: date-time
             * @description When it was made: of `next`, when the rotation was
             */
            created_at: string;
            /** @description When it ends by itself; null: never */
            expires_at: string | null;
            /** @description When it last let a caller in; null: never */
            last_used_at: string | null;
            /** @description From where that was; null: not known */
            last_used_ip: string | null;
            /** @description What it did in the last hour */
            last_hour: components["schemas"]["ApiKeyLastHour"];
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f12",
         *       "name": "Nightly export",
         *       "description": null,
         *       "key_prefix": "pk_live_a1b2",
         *       "last_four": "o5p6",
         *       "scopes": [
         *         "candidates:read"
         *       ],
         *       "effective_scopes": [
         *         "candidates:read"
         *       ],
         *       "status": "revoked",
         *       "enabled": true,
         *       "expires_at": "2027-05-01T00:00:00.000Z",
         *       "allowed_ips": null,
         *       "rate_limit": null,
         *       "on_leak": "revoke",
         *       "owner": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f10",
         *         "name": "Grace Hopper"
         *       },
         *       "created_by": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f10",
         *         "name": "Grace Hopper"
         *       },
         *       "created_by_key_id": null,
         *       "last_used_at": "2027-02-01T03:00:04.000Z",
         *       "last_used_ip": "203.0.113.7",
         *       "created_at": "2027-01-31T09:30:00.000Z",
         *       "revoked_at": "2027-02-01T14:05:12.000Z",
         *       "revoked_reason": "No longer needed",
         *       "rotated_from": null,
         *       "rotated_to": null,
         *       "descendants": []
         *     }
         */
        RevokedApiKey: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /** @description What the key is called */
            name: string;
            /** @description What it is for */
            description: string | null;
            /** @description The first 12 characters of the key */
            key_prefix: string;
            /** @description The last 4 characters of the key */
            last_four: string;
            /** @description As given */
            scopes: string[];
            /** @description What they come to now, within what the role of the key's owner allows */
            effective_scopes: ("candidates:read" | "candidates:write" | "jobs:read" | "jobs:write" | "applications:read" | "applications:write" | "interviews:read" | "interviews:write" | "analytics:read" | "webhooks:read" | "webhooks:write" | "offers:read" | "offers:write" | "bulk:write")[];
            /**
             * @description The first that holds: revoked, expired, disabled, expiring within 7 days, active
             * @enum {string}
             */
            status: "revoked" | "expired" | "disabled" | "expiring" | "active";
            /** @description Whether it opens anything; can be changed either way */
            enabled: boolean;
            /** @description When the key ends by itself; null: never */
            expires_at: string | null;
            /** @description Addresses that may use the key; null: any */
            allowed_ips: string[] | null;
            /** @description Requests a minute, where lower than the plan's */
            rate_limit: number | null;
            /**
             * @description What happens when it is found in public
             * @enum {string}
             */
            on_leak: "revoke" | "revoke_after_24h" | "alert";
            /** @description Whose role bounds the key */
            owner: components["schemas"]["Person"];
            /** @description Who made it */
            created_by: components["schemas"]["Person"];
            /** @description The key that made this one */
            created_by_key_id: string | null;
            /** @description When it last made a call; null: never */
            last_used_at: string | null;
            /** @description From which address */
            last_used_ip: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /** @description When it was revoked */
            revoked_at: string | null;
            /** @description Why it was revoked */
            revoked_reason: string | null;
            /** @description The key that it took over from */
            rotated_from: string | null;
            /** @description The key that took over */
            rotated_to: string | null;
            /** @description Keys that it made and that still live */
            descendants: {
                /**
                 * Format: uuid
                 * @description What it is found by; never changes
                 */
                id: string;
                /** @description What the key is called */
                name: string;
            }[];
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f12",
         *       "name": "Nightly export",
         *       "description": null,
         *       "key_prefix": "pk_live_a1b2",
         *       "last_four": "o5p6",
         *       "scopes": [
         *         "candidates:read"
         *       ],
         *       "effective_scopes": [
         *         "candidates:read"
         *       ],
         *       "status": "active",
         *       "enabled": true,
         *       "expires_at": "2027-05-01T00:00:00.000Z",
         *       "allowed_ips": null,
         *       "rate_limit": null,
         *       "on_leak": "revoke",
         *       "owner": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f10",
         *         "name": "Grace Hopper"
         *       },
         *       "created_by": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f10",
         *         "name": "Grace Hopper"
         *       },
         *       "created_by_key_id": null,
         *       "last_used_at": null,
         *       "last_used_ip": null,
         *       "created_at": "2027-01-31T09:30:00.000Z",
         *       "revoked_at": null,
         *       "revoked_reason": null,
         *       "rotated_from": null,
         *       "rotated_to": null,
         *       "key": "pk_live_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6"
         *     }
         */
        MintedApiKey: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /** @description What the key is called */
            name: string;
            /** @description What it is for */
            description: string | null;
            /** @description The first 12 characters of the key */
            key_prefix: string;
            /** @description The last 4 characters of the key */
            last_four: string;
            /** @description As given */
            scopes: string[];
            /** @description What they come to now, within what the role of the key's owner allows */
            effective_scopes: ("candidates:read" | "candidates:write" | "jobs:read" | "jobs:write" | "applications:read" | "applications:write" | "interviews:read" | "interviews:write" | "analytics:read" | "webhooks:read" | "webhooks:write" | "offers:read" | "offers:write" | "bulk:write")[];
            /**
             * @description The first that holds: revoked, expired, disabled, expiring within 7 days, active
             * @enum {string}
             */
            status: "revoked" | "expired" | "disabled" | "expiring" | "active";
            /** @description Whether it opens anything; can be changed either way */
            enabled: boolean;
            /** @description When the key ends by itself; null: never */
            expires_at: string | null;
            /** @description Addresses that may use the key; null: any */
            allowed_ips: string[] | null;
            /** @description Requests a minute, where lower than the plan's */
            rate_limit: number | null;
            /**
             * @description What happens when it is found in public
             * @enum {string}
             */
            on_leak: "revoke" | "revoke_after_24h" | "alert";
            /** @description Whose role bounds the key */
            owner: components["schemas"]["Person"];
            /** @description Who made it */
            created_by: components["schemas"]["Person"];
            /** @description The key that made this one */
            created_by_key_id: string | null;
            /** @description When it last made a call; null: never */
            last_used_at: string | null;
            /** @description From which address */
            last_used_ip: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /** @description When it was revoked */
            revoked_at: string | null;
            /** @description Why it was revoked */
            revoked_reason: string | null;
            /** @description The key that it took over from */
            rotated_from: string | null;
            /** @description The key that took over */
            rotated_to: string | null;
            /** @description The secret. It is not shown again */
            key: string;
        };
        /**
         * @example {
         *       "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f12",
         *       "name": "Nightly export",
         *       "description": null,
         *       "key_prefix": "pk_live_a1b2",
         *       "last_four": "o5p6",
         *       "scopes": [
         *         "candidates:read"
         *       ],
         *       "effective_scopes": [
         *         "candidates:read"
         *       ],
         *       "status": "active",
         *       "enabled": true,
         *       "expires_at": "2027-05-01T00:00:00.000Z",
         *       "allowed_ips": null,
         *       "rate_limit": null,
         *       "on_leak": "revoke",
         *       "owner": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f10",
         *         "name": "Grace Hopper"
         *       },
         *       "created_by": {
         *         "id": "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f10",
         *         "name": "Grace Hopper"
         *       },
         *       "created_by_key_id": null,
         *       "last_used_at": "2027-02-01T03:00:04.000Z",
         *       "last_used_ip": "203.0.113.7",
         *       "created_at": "2027-01-31T09:30:00.000Z",
         *       "revoked_at": null,
         *       "revoked_reason": null,
         *       "rotated_from": null,
         *       "rotated_to": null
         *     }
         */
        ApiKey: {
            /**
             * Format: uuid
             * @description What it is found by; never changes
             */
            id: string;
            /** @description What the key is called */
            name: string;
            /** @description What it is for */
            description: string | null;
            /** @description The first 12 characters of the key */
            key_prefix: string;
            /** @description The last 4 characters of the key */
            last_four: string;
            /** @description As given */
            scopes: string[];
            /** @description What they come to now, within what the role of the key's owner allows */
            effective_scopes: ("candidates:read" | "candidates:write" | "jobs:read" | "jobs:write" | "applications:read" | "applications:write" | "interviews:read" | "interviews:write" | "analytics:read" | "webhooks:read" | "webhooks:write" | "offers:read" | "offers:write" | "bulk:write")[];
            /**
             * @description The first that holds: revoked, expired, disabled, expiring within 7 days, active
             * @enum {string}
             */
            status: "revoked" | "expired" | "disabled" | "expiring" | "active";
            /** @description Whether it opens anything; can be changed either way */
            enabled: boolean;
            /** @description When the key ends by itself; null: never */
            expires_at: string | null;
            /** @description Addresses that may use the key; null: any */
            allowed_ips: string[] | null;
            /** @description Requests a minute, where lower than the plan's */
            rate_limit: number | null;
            /**
             * @description What happens when it is found in public
             * @enum {string}
             */
            on_leak: "revoke" | "revoke_after_24h" | "alert";
            /** @description Whose role bounds the key */
            owner: components["schemas"]["Person"];
            /** @description Who made it */
            created_by: components["schemas"]["Person"];
            /** @description The key that made this one */
            created_by_key_id: string | null;
            /** @description When it last made a call; null: never */
            last_used_at: string | null;
            /** @description From which address */
            last_used_ip: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /** @description When it was revoked */
            revoked_at: string | null;
            /** @description Why it was revoked */
            revoked_reason: string | null;
            /** @description The key that it took over from */
            rotated_from: string | null;
            /** @description The key that took over */
            rotated_to: string | null;
        };
    };
    responses: {
        /** @description Invalid or missing API key */
        unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description Insufficient permissions */
        forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description Rate limit exceeded */
        rate_limited: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description Validation failed */
        validation_error: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description Something went wrong on our side */
        server_error: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description Unavailable for the moment; the same request will pass later */
        unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The request body must be a JSON object */
        invalid_request: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The request body is too large */
        payload_too_large: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description Content-Type must be application/json */
        unsupported_media_type: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description Already exists, or: The current state does not allow this */
        duplicate_or_conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description Not found */
        not_found: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description Already exists */
        duplicate: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The current state does not allow this */
        conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description Our id of this request. Name it when you ask for help
         * @example 01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13
         */
        "X-Request-Id": string;
        /** @description Answers are not to be stored */
        "Cache-Control": "no-store";
        /**
         * @description Requests a minute
         * @example 1000
         */
        "X-RateLimit-Limit": number;
        /**
         * @description Requests left until the window ends
         * @example 997
         */
        "X-RateLimit-Remaining": number;
        /**
         * @description When the window ends, in Unix seconds
         * @example 1801387860
         */
        "X-RateLimit-Reset": number;
        /**
         * @description When the key ends. Only on answers to a key that will
         * @example 2027-01-31T12:00:00.000Z
         */
        "X-API-Key-Expires-At": string;
        /**
         * @description Seconds to wait before trying again
         * @example 12
         */
        "Retry-After": number;
        /**
         * @description A challenge as in RFC 6750. On 403 only where a scope is missing, which it names
         * @example Bearer realm="prepzo", error="invalid_token"
         */
        "WWW-Authenticate": string;
        /** @description There where an earlier answer to the same `Idempotency-Key` is given again */
        "Idempotency-Replayed": "true";
        /**
         * @description Where the new row is
         * @example /api/v1/candidates/01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13
         */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "candidates.list": {
        parameters: {
            query?: {
                /** @description Part of the name or the e-mail address, in any case */
                search?: string;
                /** @description A tag, exactly */
                tag?: string;
                /** @description A source, exactly */
                source?: string;
                /** @description Created then or later */
                created_after?: string;
                /** @description Created earlier */
                created_before?: string;
                /** @description How many rows to return at most */
                limit?: number;
                /** @description How many rows to skip; 0 unless given */
                offset?: number;
                /** @description The `meta.cursor` of the page before, in place of `offset`, with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Candidate"][];
                        errors: null;
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "candidates.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description First and last name
                     * @example Ada Lovelace
                     */
                    full_name: string;
                    /**
                     * Format: email
                     * @description Unique in the organization, without regard to case
                     * @example ada@example.com
                     */
                    email: string;
                    /**
                     * @description As written
                     * @example +44 20 7946 0000
                     */
                    phone?: string | null;
                    /**
                     * @description Words to find the candidate by; duplicates are folded
                     * @example [
                     *       "engineering",
                     *       "remote"
                     *     ]
                     */
                    tags?: string[];
                    /**
                     * @description Where the candidate came from; `api` unless given
                     * @example referral
                     */
                    source?: string;
                    /**
                     * @description Where the candidate lives
                     * @example London
                     */
                    location?: string | null;
                    /**
                     * @description The profile on LinkedIn
                     * @example https://www.linkedin.com/in/ada
                     */
                    linkedin_url?: string | null;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Candidate"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["duplicate_or_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "candidates.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Candidate"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "candidates.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Candidate"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "candidates.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description First and last name
                     * @example Ada Lovelace
                     */
                    full_name?: string;
                    /**
                     * Format: email
                     * @description Unique in the organization, without regard to case
                     * @example ada@example.com
                     */
                    email?: string;
                    /**
                     * @description As written
                     * @example +44 20 7946 0000
                     */
                    phone?: string | null;
                    /**
                     * @description Words to find the candidate by; duplicates are folded
                     * @example [
                     *       "engineering",
                     *       "remote"
                     *     ]
                     */
                    tags?: string[];
                    /**
                     * @description Where the candidate came from; `api` unless given
                     * @example referral
                     */
                    source?: string;
                    /**
                     * @description Where the candidate lives
                     * @example London
                     */
                    location?: string | null;
                    /**
                     * @description The profile on LinkedIn
                     * @example https://www.linkedin.com/in/ada
                     */
                    linkedin_url?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Candidate"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["duplicate"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "notes.list": {
        parameters: {
            query?: {
                /** @description How many rows to return at most */
                limit?: number;
                /** @description How many rows to skip; 0 unless given */
                offset?: number;
                /** @description The `meta.cursor` of the page before, in place of `offset`, with the same filters */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Note"][];
                        errors: null;
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "notes.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it says, in plain text
                     * @example Prefers to start in April.
                     */
                    body: string;
                    /**
                     * @description `shared` unless given
                     * @enum {string}
                     */
                    visibility?: "private" | "shared";
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Note"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "departments.list": {
        parameters: {
            query?: {
                /** @description How many rows to return at most */
                limit?: number;
                /** @description How many rows to skip; 0 unless given */
                offset?: number;
                /** @description The `meta.cursor` of the page before, in place of `offset`, with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Department"][];
                        errors: null;
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "departments.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Unique in the organization
                     * @example Engineering
                     */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Department"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["duplicate_or_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "jobs.list": {
        parameters: {
            query?: {
                /** @description Without it all but archived jobs */
                status?: "open" | "closed" | "draft" | "archived" | "all";
                /** @description Only of this department */
                department_id?: string;
                /** @description Only where the work is done so */
                location_type?: "onsite" | "remote" | "hybrid";
                /** @description How many rows to return at most */
                limit?: number;
                /** @description How many rows to skip; 0 unless given */
                offset?: number;
                /** @description The `meta.cursor` of the page before, in place of `offset`, with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Job"][];
                        errors: null;
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "jobs.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What the position is called
                     * @example Backend engineer
                     */
                    title: string;
                    /** @description What the work is, in plain text */
                    description?: string | null;
                    /**
                     * @description `draft` unless given
                     * @enum {string}
                     */
                    status?: "open" | "closed" | "draft" | "archived";
                    /** @description A department of the organization */
                    department_id?: string | null;
                    /** @description Where the work is done */
                    location_type?: ("onsite" | "remote" | "hybrid") | null;
                    /** @description The place, where there is one */
                    location?: string | null;
                    /** @description Such as full-time */
                    employment_type?: string | null;
                    /** @description The least it pays a year, in whole units of the currency */
                    salary_min?: number | null;
                    /** @description The most it pays a year; not less than `salary_min` */
                    salary_max?: number | null;
                    /** @description The ISO 4217 code of a currency */
                    currency?: components["schemas"]["Currency"] | null;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Job"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "jobs.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Job"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "jobs.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Job"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "jobs.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What the position is called
                     * @example Backend engineer
                     */
                    title?: string;
                    /** @description What the work is, in plain text */
                    description?: string | null;
                    /**
                     * @description `draft` unless given
                     * @enum {string}
                     */
                    status?: "open" | "closed" | "draft" | "archived";
                    /** @description A department of the organization */
                    department_id?: string | null;
                    /** @description Where the work is done */
                    location_type?: ("onsite" | "remote" | "hybrid") | null;
                    /** @description The place, where there is one */
                    location?: string | null;
                    /** @description Such as full-time */
                    employment_type?: string | null;
                    /** @description The least it pays a year, in whole units of the currency */
                    salary_min?: number | null;
                    /** @description The most it pays a year; not less than `salary_min` */
                    salary_max?: number | null;
                    /** @description The ISO 4217 code of a currency */
                    currency?: components["schemas"]["Currency"] | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Job"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "applications.list": {
        parameters: {
            query?: {
                /** @description Only for this job */
                job_id?: string;
                /** @description Only in this stage */
                status?: "applied" | "screening" | "interview" | "offer" | "hired" | "rejected";
                /** @description Only of this candidate */
                candidate_id?: string;
                /** @description How many rows to return at most */
                limit?: number;
                /** @description How many rows to skip; 0 unless given */
                offset?: number;
                /** @description The `meta.cursor` of the page before, in place of `offset`, with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Application"][];
                        errors: null;
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "applications.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A candidate of the organization
                     * @example 01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f13
                     */
                    candidate_id: string;
                    /**
                     * Format: uuid
                     * @description A job of the organization
                     * @example 01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f15
                     */
                    job_id: string;
                    /**
                     * @description `applied` unless given
                     * @enum {string}
                     */
                    status?: "applied" | "screening" | "interview" | "offer" | "hired" | "rejected";
                    /** @description Cleared when the application is reopened */
                    rejection_reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Application"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["duplicate_or_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "applications.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["ApplicationInFull"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "applications.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Application"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "applications.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description `applied` unless given
                     * @enum {string}
                     */
                    status?: "applied" | "screening" | "interview" | "offer" | "hired" | "rejected";
                    /** @description Cleared when the application is reopened */
                    rejection_reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Application"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "interviews.list": {
        parameters: {
            query?: {
                /** @description Only for this application */
                application_id?: string;
                /** @description Only with this status */
                status?: "scheduled" | "completed" | "cancelled";
                /** @description Scheduled for then or later */
                scheduled_after?: string;
                /** @description Scheduled for earlier */
                scheduled_before?: string;
                /** @description How many rows to return at most */
                limit?: number;
                /** @description How many rows to skip; 0 unless given */
                offset?: number;
                /** @description The `meta.cursor` of the page before, in place of `offset`, with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Interview"][];
                        errors: null;
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "interviews.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description An application of the organization
                     * @example 01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f16
                     */
                    application_id: string;
                    /**
                     * @description `video` unless given
                     * @enum {string}
                     */
                    type?: "phone" | "video" | "onsite";
                    /**
                     * @description `scheduled` unless given; it ends as completed or as cancelled
                     * @enum {string}
                     */
                    status?: "scheduled" | "completed" | "cancelled";
                    /**
                     * Format: date-time
                     * @description When it begins
                     */
                    scheduled_at: string;
                    /**
                     * Format: int32
                     * @description 60 unless given
                     */
                    duration_minutes?: number;
                    /** @description The place, or the link to the call */
                    location?: string | null;
                    /** @description Who asks; duplicates are folded */
                    interviewer_emails?: string[];
                    /** @description What the interviewers say */
                    feedback?: string | null;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Interview"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "interviews.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Interview"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "interviews.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Interview"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "interviews.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description `video` unless given
                     * @enum {string}
                     */
                    type?: "phone" | "video" | "onsite";
                    /**
                     * @description `scheduled` unless given; it ends as completed or as cancelled
                     * @enum {string}
                     */
                    status?: "scheduled" | "completed" | "cancelled";
                    /**
                     * Format: date-time
                     * @description When it begins
                     */
                    scheduled_at?: string;
                    /**
                     * Format: int32
                     * @description 60 unless given
                     */
                    duration_minutes?: number;
                    /** @description The place, or the link to the call */
                    location?: string | null;
                    /** @description Who asks; duplicates are folded */
                    interviewer_emails?: string[];
                    /** @description What the interviewers say */
                    feedback?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Interview"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "offers.list": {
        parameters: {
            query?: {
                /** @description Only for this application */
                application_id?: string;
                /** @description Only with this status */
                status?: "sent" | "accepted" | "rejected" | "withdrawn";
                /** @description How many rows to return at most */
                limit?: number;
                /** @description How many rows to skip; 0 unless given */
                offset?: number;
                /** @description The `meta.cursor` of the page before, in place of `offset`, with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Offer"][];
                        errors: null;
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "offers.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description An application of the organization
                     * @example 01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f16
                     */
                    application_id: string;
                    /** @description What it pays a year, in whole units of the currency */
                    salary?: number | null;
                    /** @description The ISO 4217 code of a currency */
                    currency?: components["schemas"]["Currency"] | null;
                    /** @description The first day of work */
                    start_date?: string | null;
                    /** @description Until when it can be accepted */
                    expires_at?: string | null;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Offer"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "offers.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Offer"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "offers.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Offer"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "offers.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it pays a year, in whole units of the currency */
                    salary?: number | null;
                    /** @description The ISO 4217 code of a currency */
                    currency?: components["schemas"]["Currency"] | null;
                    /** @description The first day of work */
                    start_date?: string | null;
                    /** @description Until when it can be accepted */
                    expires_at?: string | null;
                    /**
                     * @description An offer that was sent ends as accepted, which hires, or otherwise
                     * @enum {string}
                     */
                    status?: "sent" | "accepted" | "rejected" | "withdrawn";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Offer"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "bulk.run": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All or nothing: the first failure is the answer, and nothing is changed */
                    atomic?: boolean;
                    /** @description Carried out in this order */
                    operations: components["schemas"]["BulkOperation"][];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["BulkResult"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["duplicate_or_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "analytics.overview": {
        parameters: {
            query?: {
                /** @description Only what happened then or later */
                from?: string;
                /** @description Only what happened earlier */
                to?: string;
                /** @description Only this job */
                job_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["AnalyticsOverview"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "analytics.funnel": {
        parameters: {
            query?: {
                /** @description Only what happened then or later */
                from?: string;
                /** @description Only what happened earlier */
                to?: string;
                /** @description Only this job */
                job_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["AnalyticsFunnel"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "analytics.time-to-hire": {
        parameters: {
            query?: {
                /** @description Only what happened then or later */
                from?: string;
                /** @description Only what happened earlier */
                to?: string;
                /** @description Only this job */
                job_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["AnalyticsTimeToHire"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "analytics.sources": {
        parameters: {
            query?: {
                /** @description Only what happened then or later */
                from?: string;
                /** @description Only what happened earlier */
                to?: string;
                /** @description Only this job */
                job_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["AnalyticsSources"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "webhooks.list": {
        parameters: {
            query?: {
                /** @description How many rows to return at most */
                limit?: number;
                /** @description How many rows to skip; 0 unless given */
                offset?: number;
                /** @description The `meta.cursor` of the page before, in place of `offset`, with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Webhook"][];
                        errors: null;
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "webhooks.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uri
                     * @description https, on the internet
                     * @example https://hooks.example.com/prepzo
                     */
                    url: string;
                    /** @description What to be told of; `*` for all but the events of API keys, which are to be named. The key must be able to read it */
                    events: ("candidate.created" | "candidate.updated" | "candidate.deleted" | "application.created" | "application.updated" | "application.stage_changed" | "application.rejected" | "application.hired" | "job.created" | "job.updated" | "job.closed" | "job.archived" | "interview.scheduled" | "interview.completed" | "interview.cancelled" | "offer.created" | "offer.accepted" | "offer.rejected" | "note.created" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "api_key.expiring" | "api_key.leaked" | "*")[];
                    /** @description What it is for */
                    description?: string | null;
                    /** @description Whether it sends; true unless given */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["WebhookWithSecret"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "webhooks.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Webhook"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "webhooks.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Webhook"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "webhooks.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uri
                     * @description https, on the internet
                     * @example https://hooks.example.com/prepzo
                     */
                    url?: string;
                    /** @description What to be told of; `*` for all but the events of API keys, which are to be named. The key must be able to read it */
                    events?: ("candidate.created" | "candidate.updated" | "candidate.deleted" | "application.created" | "application.updated" | "application.stage_changed" | "application.rejected" | "application.hired" | "job.created" | "job.updated" | "job.closed" | "job.archived" | "interview.scheduled" | "interview.completed" | "interview.cancelled" | "offer.created" | "offer.accepted" | "offer.rejected" | "note.created" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "api_key.expiring" | "api_key.leaked" | "*")[];
                    /** @description What it is for */
                    description?: string | null;
                    /** @description Whether it sends; true unless given */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Webhook"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "webhooks.rotate": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: int32
                     * @description For how long what is sent is signed with the secret before as well; a day unless given, 0 ends it at once
                     */
                    overlap_seconds?: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["WebhookWithSecret"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "webhooks.test": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description One that the webhook asks for; the first of them unless given
                     * @enum {string}
                     */
                    event?: "candidate.created" | "candidate.updated" | "candidate.deleted" | "application.created" | "application.updated" | "application.stage_changed" | "application.rejected" | "application.hired" | "job.created" | "job.updated" | "job.closed" | "job.archived" | "interview.scheduled" | "interview.completed" | "interview.cancelled" | "offer.created" | "offer.accepted" | "offer.rejected" | "note.created" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "api_key.expiring" | "api_key.leaked";
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["WebhookDelivery"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "webhooks.list-deliveries": {
        parameters: {
            query?: {
                /** @description Only these */
                status?: "pending" | "delivered" | "failed";
                /** @description Only what tells of this */
                event_type?: "candidate.created" | "candidate.updated" | "candidate.deleted" | "application.created" | "application.updated" | "application.stage_changed" | "application.rejected" | "application.hired" | "job.created" | "job.updated" | "job.closed" | "job.archived" | "interview.scheduled" | "interview.completed" | "interview.cancelled" | "offer.created" | "offer.accepted" | "offer.rejected" | "note.created" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "api_key.expiring" | "api_key.leaked";
                /** @description Only what was made then or later */
                from?: string;
                /** @description Only what was made earlier */
                to?: string;
                /** @description How many rows to return at most */
                limit?: number;
                /** @description How many rows to skip; 0 unless given */
                offset?: number;
                /** @description The `meta.cursor` of the page before, in place of `offset`, with the same filters */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["WebhookDelivery"][];
                        errors: null;
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "webhooks.resend-deliveries": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description `failed` for what was given up, `pending` for what has failed and waits for another attempt: it has it now
                     * @enum {string}
                     */
                    status: "failed" | "pending";
                    /**
                     * Format: date-time
                     * @description Only what was made then or later
                     * @example 2027-02-01T00:00:00Z
                     */
                    from: string;
                    /**
                     * Format: date-time
                     * @description Only what was made earlier; until now unless given
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["ResentDeliveries"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "webhooks.get-delivery": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
                /** @description The id of the delivery */
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["WebhookDeliveryInFull"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "webhooks.resend-delivery": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the row */
                id: string;
                /** @description The id of the delivery */
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["WebhookDelivery"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "api-keys.get-current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["CurrentApiKey"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "api-keys.revoke-current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Why, for the record
                     * @example No longer needed
                     */
                    reason?: string | null;
                    /**
                     * @description Whether living keys that it made are revoked too
                     * @default false
                     */
                    descendants?: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["RevokedApiKey"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "api-keys.usage-current": {
        parameters: {
            query?: {
                /** @description How many days, today included */
                days?: 7 | 30 | 90;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["ApiKeyUsage"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "api-keys.rotate-current": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: int32
                     * @description For how many seconds the old key works on beside the new one
                     * @default 3600
                     */
                    grace_period_seconds?: number;
                    /** @description When the new key ends by itself, no later than the old one would have */
                    expires_at?: string | null;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["MintedApiKey"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "api-keys.list": {
        parameters: {
            query?: {
                /** @description Only keys that are so now */
                status?: "revoked" | "expired" | "disabled" | "expiring" | "active";
                /** @description Part of the name, the description or the owner's name, or the last 4 characters */
                search?: string;
                /** @description A scope that the key was given by this name */
                scope?: "candidates:read" | "candidates:write" | "jobs:read" | "jobs:write" | "applications:read" | "applications:write" | "interviews:read" | "interviews:write" | "analytics:read" | "webhooks:read" | "webhooks:write" | "offers:read" | "offers:write" | "bulk:write" | "read" | "write" | "*";
                /** @description With `-` in descending order; empty values last */
                sort?: "name" | "-name" | "created_at" | "-created_at" | "last_used_at" | "-last_used_at" | "expires_at" | "-expires_at";
                /** @description How many rows to return at most */
                limit?: number;
                /** @description How many rows to skip; 0 unless given */
                offset?: number;
                /** @description The `meta.cursor` of the page before, in place of `offset`, with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["ApiKey"][];
                        errors: null;
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "api-keys.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What the key is called
                     * @example Nightly export
                     */
                    name: string;
                    /** @description What it is for */
                    description?: string | null;
                    /**
                     * @description What it may do; the caller must hold as much
                     * @example [
                     *       "candidates:read"
                     *     ]
                     */
                    scopes: ("candidates:read" | "candidates:write" | "jobs:read" | "jobs:write" | "applications:read" | "applications:write" | "interviews:read" | "interviews:write" | "analytics:read" | "webhooks:read" | "webhooks:write" | "offers:read" | "offers:write" | "bulk:write" | "read" | "write" | "*")[];
                    /** @description When it ends by itself; never unless given, where the organization's policy allows that */
                    expires_at?: string | null;
                    /**
                     * @description Addresses that may use it; null: any
                     * @example [
                     *       "203.0.113.7",
                     *       "2001:db8::/32"
                     *     ]
                     */
                    allowed_ips?: (string)[] | null;
                    /** @description Requests a minute, where that is less than the plan allows; null: as the plan allows */
                    rate_limit?: number | null;
                    /**
                     * @description What happens when it is found in public
                     * @enum {string}
                     */
                    on_leak?: "revoke" | "revoke_after_24h" | "alert";
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["MintedApiKey"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "api-keys.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["ApiKey"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "api-keys.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Why, for the record
                     * @example No longer needed
                     */
                    reason?: string | null;
                    /**
                     * @description Whether living keys that it made are revoked too
                     * @default false
                     */
                    descendants?: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["RevokedApiKey"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "api-keys.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What the key is called
                     * @example Nightly export
                     */
                    name?: string;
                    /** @description What it is for */
                    description?: string | null;
                    /**
                     * @description What it may do; the caller must hold as much
                     * @example [
                     *       "candidates:read"
                     *     ]
                     */
                    scopes?: ("candidates:read" | "candidates:write" | "jobs:read" | "jobs:write" | "applications:read" | "applications:write" | "interviews:read" | "interviews:write" | "analytics:read" | "webhooks:read" | "webhooks:write" | "offers:read" | "offers:write" | "bulk:write" | "read" | "write" | "*")[];
                    /** @description When it ends by itself; at or before now: now; null: never */
                    expires_at?: string | null;
                    /** @description Whether it opens anything */
                    enabled?: boolean;
                    /**
                     * @description Addresses that may use it; null: any
                     * @example [
                     *       "203.0.113.7",
                     *       "2001:db8::/32"
                     *     ]
                     */
                    allowed_ips?: (string)[] | null;
                    /** @description Requests a minute, where that is less than the plan allows; null: as the plan allows */
                    rate_limit?: number | null;
                    /**
                     * @description What happens when it is found in public
                     * @enum {string}
                     */
                    on_leak?: "revoke" | "revoke_after_24h" | "alert";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["ApiKey"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "api-keys.rotate": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again within 24 hours, it is answered as before and does nothing more */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: int32
                     * @description For how many seconds the old key works on beside the new one
                     * @default 0
                     */
                    grace_period_seconds?: number;
                    /** @description When the new key ends by itself; null: never */
                    expires_at?: string | null;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["MintedApiKey"];
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "api-keys.usage": {
        parameters: {
            query?: {
                /** @description How many days, today included */
                days?: 7 | 30 | 90;
            };
            header?: never;
            path: {
                /** @description The id of the row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "X-API-Key-Expires-At": components["headers"]["X-API-Key-Expires-At"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["ApiKeyUsage"];
                        errors: null;
                    };
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "api-keys.revoke-found": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The whole key
                     * @example pk_live_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6
                     */
                    key: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            /**
                             * @description The report is here; if there was such a key, it is over
                             * @constant
                             */
                            received: true;
                        };
                        errors: null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "api-keys.report-leaked": {
        parameters: {
            query?: never;
            header: {
                /** @description The id of the key pair that signed, as GitHub publishes it */
                "Github-Public-Key-Identifier": string;
                /** @description ECDSA with P-256 and SHA-256 over the bytes of the body, in DER, as base64 */
                "Github-Public-Key-Signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What was found */
                    token: string;
                    /** @description The name by which GitHub knows this kind of secret */
                    type: string;
                    /** @description Where it was found */
                    url?: string | null;
                    /** @description In what it was found, such as `commit` */
                    source?: string | null;
                }[];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description SHA-256 of the token in hexadecimal, so that the secret is not sent around again */
                        token_hash: string;
                        /** @description The type that was reported */
                        token_type: string;
                        /**
                         * @description Whether it is, or once was, an API key of this service
                         * @enum {string}
                         */
                        label: "true_positive" | "false_positive";
                    }[];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
    "openapi.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The version of OpenAPI
                         * @example 3.1.0
                         */
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            422: components["responses"]["validation_error"];
            500: components["responses"]["server_error"];
            503: components["responses"]["unavailable"];
        };
    };
}
