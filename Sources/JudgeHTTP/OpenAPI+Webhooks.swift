/// The paths of webhooks in ``openAPI``.
let openAPIOfWebhooks = #"""
      /api/v1/webhooks:
        get:
          summary: Webhooks, without their secrets (admins).
          operationId: listWebhooks
          responses:
            "200":
              description: The webhooks.
              content:
                application/json:
                  schema:
                    type: object
                    required: [webhooks]
                    properties:
                      webhooks: {type: array, items: {$ref: '#/components/schemas/Webhook'}}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
      /api/v1/webhooks/{name}:
        parameters:
          - {$ref: '#/components/parameters/User'}
        put:
          summary: Makes a webhook, whose secret is told this once; or changes one and switches it on again (admins).
          operationId: putWebhook
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  type: object
                  required: [url]
                  properties:
                    url: {type: string, description: "An https address, or one by a scheme such as slack: or ntfys:."}
                    format: {anyOf: [{$ref: '#/components/schemas/WebhookFormat'}, {type: "null"}], description: "By default as the address says."}
                    events:
                      description: By default submission.graded and challenge.published.
                      type: [array, "null"]
                      items: {type: string, enum: [submission.graded, submission.solved, challenge.published, webhook.disabled]}
                    challenges: {type: [array, "null"], items: {type: string}}
                    users: {type: [array, "null"], items: {type: string}}
                    verdicts: {type: [array, "null"], items: {$ref: '#/components/schemas/Verdict'}}
                    digest_minutes: {type: [integer, "null"], minimum: 0, maximum: 10080}
          responses:
            "200":
              description: It is as asked; its secret is the same.
              content: {application/json: {schema: {$ref: '#/components/schemas/PutWebhook'}}}
            "201":
              description: It was made.
              content: {application/json: {schema: {$ref: '#/components/schemas/PutWebhook'}}}
            "400": {$ref: '#/components/responses/Problem'}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
            "413": {$ref: '#/components/responses/Problem'}
            "415": {$ref: '#/components/responses/Problem'}
            "422": {$ref: '#/components/responses/Problem'}
        delete:
          summary: Removes a webhook and its log (admins).
          operationId: removeWebhook
          responses:
            "204": {description: It is gone.}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
      /api/v1/webhooks/{name}/test:
        parameters:
          - {$ref: '#/components/parameters/User'}
        post:
          summary: Has a webhook told that this is a test (admins).
          operationId: testWebhook
          responses:
            "202": {description: It will be told.}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
            "409": {$ref: '#/components/responses/Problem'}
      /api/v1/webhooks/{name}/rotate:
        parameters:
          - {$ref: '#/components/parameters/User'}
        post:
          summary: Gives a webhook a new secret; for a time messages are signed with both (admins).
          operationId: rotateWebhook
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  type: object
                  properties:
                    keep_hours: {type: [integer, "null"], minimum: 0, maximum: 720, description: "24 by default."}
          responses:
            "200":
              description: The secret, told this once.
              content:
                application/json:
                  schema:
                    type: object
                    required: [secret]
                    properties:
                      secret: {type: string}
            "400": {$ref: '#/components/responses/Problem'}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
            "413": {$ref: '#/components/responses/Problem'}
            "415": {$ref: '#/components/responses/Problem'}
            "422": {$ref: '#/components/responses/Problem'}
      /api/v1/webhooks/{name}/replay:
        parameters:
          - {$ref: '#/components/parameters/User'}
        post:
          summary: Has messages sent again that were given up, under the same identifiers (admins).
          operationId: replayWebhook
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  type: object
                  properties:
                    from: {type: [integer, "null"], format: int64, description: "The number of the first delivery; by default all."}
                    to: {type: [integer, "null"], format: int64}
                    all: {type: [boolean, "null"], description: "Also those that arrived."}
          responses:
            "200":
              description: How many.
              content:
                application/json:
                  schema:
                    type: object
                    required: [count]
                    properties:
                      count: {type: integer}
            "400": {$ref: '#/components/responses/Problem'}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
            "409": {$ref: '#/components/responses/Problem'}
            "413": {$ref: '#/components/responses/Problem'}
            "415": {$ref: '#/components/responses/Problem'}
            "422": {$ref: '#/components/responses/Problem'}
      /api/v1/webhooks/{name}/deliveries:
        parameters:
          - {$ref: '#/components/parameters/User'}
          - name: state
            in: query
            schema: {type: string, enum: [waiting, gathered, digested, delivered, dead]}
          - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100, default: 20}}
          - {name: cursor, in: query, schema: {type: string}}
        get:
          summary: What was sent to a webhook, what waits and what was given up, the newest first (admins).
          operationId: listDeliveries
          responses:
            "200":
              description: A page of deliveries.
              content:
                application/json:
                  schema:
                    type: object
                    required: [deliveries]
                    properties:
                      deliveries: {type: array, items: {$ref: '#/components/schemas/Delivery'}}
                      next: {type: [string, "null"], description: "The cursor of the next page."}
            "400": {$ref: '#/components/responses/Problem'}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
    """#

/// What they speak of, among the schemas.
let openAPISchemasOfWebhooks = #"""
        WebhookFormat:
          type: string
          enum: [json, slack, discord, teams, mattermost, googlechat, telegram, ntfy, matrix]
        Webhook:
          type: object
          required: [name, url, format, digest_minutes, created_at]
          properties:
            name: {type: string}
            url: {type: string, description: "Without what is secret in it."}
            format: {type: string}
            events: {type: [array, "null"], items: {type: string}}
            challenges: {type: [array, "null"], items: {type: string}}
            users: {type: [array, "null"], items: {type: string}}
            verdicts: {type: [array, "null"], items: {type: string}}
            digest_minutes: {type: integer}
            created_at: {type: string, format: date-time}
            failing_since: {type: [string, "null"], format: date-time}
            disabled_at: {type: [string, "null"], format: date-time}
            disabled_reason: {type: [string, "null"]}
        PutWebhook:
          type: object
          required: [webhook]
          properties:
            webhook: {$ref: '#/components/schemas/Webhook'}
            secret: {type: [string, "null"], description: "whsec_…, where the webhook is new."}
        Delivery:
          type: object
          required: [id, webhook, message, event, at, state, attempts]
          properties:
            id: {type: integer, format: int64}
            webhook: {type: string}
            message: {type: string, description: "The webhook-id that receivers see."}
            event: {type: string}
            submission: {type: [string, "null"]}
            at: {type: string, format: date-time}
            state: {type: string, enum: [waiting, gathered, digested, delivered, dead]}
            attempts: {type: integer}
            next_at: {type: [string, "null"], format: date-time}
            tried_at: {type: [string, "null"], format: date-time}
            status: {type: [integer, "null"]}
            error: {type: [string, "null"]}
            milliseconds: {type: [integer, "null"]}
    """#
