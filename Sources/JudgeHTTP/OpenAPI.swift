/// The API, described by hand and served at `/openapi.yaml`.
let openAPI = #"""
    openapi: 3.1.0
    info:
      title: judge
      version: "1"
      summary: Grades Swift solutions to machine-learning coding challenges.
      description: |
        Errors are RFC 9457 problem documents. A token goes into `Authorization: Bearer TOKEN`; `judge token create` makes one.
        What belongs to somebody else is answered as if it were not there. While the database cannot be reached the answer is
        503 with `Retry-After`: ask again, and send again under the same `Idempotency-Key`.
    security:
      - token: []
    paths:
      /api/v1/submissions:
        post:
          summary: Sends a solution to be graded. It is durable when the answer comes.
          operationId: submit
          parameters:
            - name: Idempotency-Key
              in: header
              description: Repeats of a request that bear the same key are answered with what the first one made.
              schema: {type: string, minLength: 1, maxLength: 255, pattern: '^[!-~]+$'}
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  type: object
                  required: [challenge, source]
                  properties:
                    challenge: {type: string, example: kmeans}
                    source: {type: string, minLength: 1, pattern: '^[^\x00]+$', description: The Swift source.}
                    file:
                      type: [string, "null"]
                      description: The file's name, for diagnostics.
                      maxLength: 50
                      pattern: '^[^\x00-\x1f\x7f-\x9f/\\]+[.]swift$'
                      example: kmeans.swift
              multipart/form-data:
                schema:
                  type: object
                  required: [challenge, file]
                  properties:
                    challenge: {type: string, example: kmeans}
                    file: {type: string, minLength: 1, pattern: '^[^\x00]+$', contentMediaType: text/x-swift}
          responses:
            "202":
              description: It waits to be graded.
              headers:
                Location: {schema: {type: string}}
              content: {application/json: {schema: {$ref: '#/components/schemas/Submission'}}}
            "200":
              description: The same was sent before under the same Idempotency-Key.
              headers:
                Location: {schema: {type: string}}
              content: {application/json: {schema: {$ref: '#/components/schemas/Submission'}}}
            "400": {$ref: '#/components/responses/Problem'}
            "401": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
            "408": {$ref: '#/components/responses/Problem'}
            "409": {$ref: '#/components/responses/Problem'}
            "413": {$ref: '#/components/responses/Problem'}
            "415": {$ref: '#/components/responses/Problem'}
            "422": {$ref: '#/components/responses/Problem'}
            "429":
              description: Too much waits, or too much was sent of late.
              headers:
                Retry-After: {description: Seconds., schema: {type: string}}
              content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}
        get:
          summary: Lists submissions, the newest first; for members their own.
          operationId: listSubmissions
          parameters:
            - {name: user, in: query, schema: {type: string}}
            - {name: challenge, in: query, schema: {type: string}}
            - {name: verdict, in: query, schema: {$ref: '#/components/schemas/Verdict'}}
            - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100, default: 20}}
            - {name: cursor, in: query, description: What `next` of the page before said., schema: {type: string, pattern: '^[1-9][0-9]{0,17}$'}}
          responses:
            "200":
              description: A page.
              content:
                application/json:
                  schema:
                    type: object
                    required: [submissions]
                    properties:
                      submissions: {type: array, items: {$ref: '#/components/schemas/Submission'}}
                      next: {type: [string, "null"], description: The cursor of the next page; absent or null at the end.}
            "400": {$ref: '#/components/responses/Problem'}
            "401": {$ref: '#/components/responses/Problem'}
      /api/v1/submissions/{id}:
        parameters:
          - {$ref: '#/components/parameters/Submission'}
        get:
          summary: One submission; with wait, when it has ended or the time is up.
          operationId: showSubmission
          parameters:
            - {name: wait, in: query, description: Seconds., schema: {type: integer, minimum: 0, maximum: 60, default: 0}}
          responses:
            "200":
              description: The submission.
              content: {application/json: {schema: {$ref: '#/components/schemas/Submission'}}}
            "400": {$ref: '#/components/responses/Problem'}
            "401": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
      /api/v1/submissions/{id}/events:
        parameters:
          - {$ref: '#/components/parameters/Submission'}
        get:
          summary: What happens to a submission, as server-sent events, until it has ended.
          description: |
            Events `phase` are numbered; with `Last-Event-ID` only those after it are sent. Events `progress` tell what is being
            done right now.
          operationId: followSubmission
          parameters:
            - {name: Last-Event-ID, in: header, schema: {type: string}}
          responses:
            "200":
              description: The stream.
              content: {text/event-stream: {schema: {type: string}}}
            "401": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
      /api/v1/submissions/{id}/report:
        parameters:
          - {$ref: '#/components/parameters/Submission'}
        get:
          summary: The report, once there is one.
          operationId: showReport
          parameters:
            - name: format
              in: query
              schema:
                type: string
                enum: [text, json, markdown, html, junit, tap, sarif, github, gitlab, gradescope, exercism, prairielearn]
                default: json
          responses:
            "200":
              description: The report; as `json` it is `judge-report/1`.
              content:
                application/json: {schema: {}}
                application/sarif+json: {schema: {type: object, required: [version, runs]}}
                application/xml: {schema: {type: string}}
                text/html: {schema: {type: string}}
                text/markdown: {schema: {type: string}}
                text/plain: {schema: {type: string}}
            "400": {$ref: '#/components/responses/Problem'}
            "401": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
            "410": {$ref: '#/components/responses/Problem'}
      /api/v1/submissions/{id}/source:
        parameters:
          - {$ref: '#/components/parameters/Submission'}
        get:
          summary: The source.
          operationId: showSource
          responses:
            "200":
              description: The source.
              content: {text/plain: {schema: {type: string}}}
            "401": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
            "410": {$ref: '#/components/responses/Problem'}
      /api/v1/submissions/{id}/rejudge:
        parameters:
          - {$ref: '#/components/parameters/Submission'}
        post:
          summary: Grades it once more (admins).
          operationId: rejudge
          responses:
            "202":
              description: It waits again.
              content: {application/json: {schema: {$ref: '#/components/schemas/Submission'}}}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
            "409": {$ref: '#/components/responses/Problem'}
            "410": {$ref: '#/components/responses/Problem'}
      /api/v1/challenges:
        get:
          summary: The challenges, and whether the sender has solved them.
          operationId: listChallenges
          security: [{}, {token: []}]
          responses:
            "200":
              description: All challenges.
              content:
                application/json:
                  schema:
                    type: object
                    required: [challenges]
                    properties:
                      challenges: {type: array, items: {$ref: '#/components/schemas/ChallengeRow'}}
            "401": {$ref: '#/components/responses/Problem'}
      /api/v1/challenges/{slug}:
        parameters:
          - {$ref: '#/components/parameters/Challenge'}
        get:
          summary: One challenge, with its statement and samples.
          operationId: showChallenge
          security: [{}, {token: []}]
          responses:
            "200":
              description: The challenge.
              content: {application/json: {schema: {$ref: '#/components/schemas/Challenge'}}}
            "401": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
      /api/v1/challenges/{slug}/starter:
        parameters:
          - {$ref: '#/components/parameters/Challenge'}
        get:
          summary: The file to begin with.
          operationId: showStarter
          security: [{}, {token: []}]
          responses:
            "200":
              description: The starter.
              content: {text/plain: {schema: {type: string}}}
            "401": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
      /api/v1/leaderboard:
        get:
          summary: Who has solved most, with the least work, with the least memory.
          operationId: showLeaderboard
          security: [{}, {token: []}]
          parameters:
            - {name: challenge, in: query, schema: {type: string}}
            - {name: group, in: query, schema: {type: string}}
          responses:
            "200":
              description: The standings, the best first.
              content:
                application/json:
                  schema:
                    type: object
                    required: [standings]
                    properties:
                      standings:
                        type: array
                        items:
                          type: object
                          required: [place, user, solved, since]
                          properties:
                            place: {type: integer}
                            user: {type: string}
                            solved: {type: integer}
                            work: {type: [number, "null"], description: "By the least work of anybody; 1 is the best."}
                            space: {type: [number, "null"]}
                            since: {type: string, format: date-time}
            "401": {$ref: '#/components/responses/Problem'}
      /api/v1/me:
        get:
          summary: Whom the token stands for.
          operationId: showMe
          responses:
            "200":
              description: The user.
              content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}
            "401": {$ref: '#/components/responses/Problem'}
      /api/v1/users:
        get:
          summary: All users (admins).
          operationId: listUsers
          responses:
            "200":
              description: The users.
              content:
                application/json:
                  schema:
                    type: object
                    required: [users]
                    properties:
                      users: {type: array, items: {$ref: '#/components/schemas/User'}}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
      /api/v1/users/{name}:
        parameters:
          - {$ref: '#/components/parameters/User'}
        put:
          summary: Makes a user, or gives one another role (admins).
          operationId: putUser
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  type: object
                  required: [role]
                  properties:
                    role: {type: string, enum: [member, admin]}
          responses:
            "200":
              description: The user.
              content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}
            "400": {$ref: '#/components/responses/Problem'}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
            "413": {$ref: '#/components/responses/Problem'}
            "415": {$ref: '#/components/responses/Problem'}
            "422": {$ref: '#/components/responses/Problem'}
      /api/v1/users/{name}/tokens:
        parameters:
          - {$ref: '#/components/parameters/User'}
        get:
          summary: A user's tokens, without their secrets (admins).
          operationId: listTokens
          responses:
            "200":
              description: The tokens.
              content:
                application/json:
                  schema:
                    type: object
                    required: [tokens]
                    properties:
                      tokens: {type: array, items: {$ref: '#/components/schemas/Token'}}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
        post:
          summary: Makes a token; it is told this once (admins).
          operationId: makeToken
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  type: object
                  properties:
                    expires_in_days: {type: [integer, "null"], minimum: 1, maximum: 3650}
          responses:
            "201":
              description: The token.
              content: {application/json: {schema: {$ref: '#/components/schemas/Token'}}}
            "400": {$ref: '#/components/responses/Problem'}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
            "413": {$ref: '#/components/responses/Problem'}
            "415": {$ref: '#/components/responses/Problem'}
            "422": {$ref: '#/components/responses/Problem'}
      /api/v1/tokens/{id}:
        parameters:
          - {name: id, in: path, required: true, schema: {type: integer, minimum: 1}}
        delete:
          summary: Revokes a token (admins).
          operationId: revokeToken
          responses:
            "204": {description: It is worthless from now on.}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
      /api/v1/groups:
        get:
          summary: Study groups and their members (admins).
          operationId: listGroups
          responses:
            "200":
              description: The groups.
              content:
                application/json:
                  schema:
                    type: object
                    required: [groups]
                    properties:
                      groups:
                        type: array
                        items:
                          type: object
                          required: [name, members]
                          properties:
                            name: {type: string}
                            members: {type: array, items: {type: string}}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
      /api/v1/groups/{name}:
        parameters:
          - {name: name, in: path, required: true, schema: {$ref: '#/components/schemas/Name'}}
        put:
          summary: Makes a group, or gives it other members (admins).
          operationId: putGroup
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  type: object
                  required: [members]
                  properties:
                    members: {type: array, items: {type: string}}
          responses:
            "204": {description: It has these members and no others.}
            "400": {$ref: '#/components/responses/Problem'}
            "401": {$ref: '#/components/responses/Problem'}
            "403": {$ref: '#/components/responses/Problem'}
            "404": {$ref: '#/components/responses/Problem'}
            "413": {$ref: '#/components/responses/Problem'}
            "415": {$ref: '#/components/responses/Problem'}
            "422": {$ref: '#/components/responses/Problem'}
    \#(openAPIOfQuizzes)
    \#(openAPIOfWebhooks)
      /healthz:
        get:
          summary: Whether the daemon answers.
          operationId: health
          security: [{}]
          responses:
            "200":
              description: It does.
              content: {application/json: {schema: {$ref: '#/components/schemas/Health'}}}
      /readyz:
        get:
          summary: Whether submissions sent now will be graded.
          operationId: readiness
          security: [{}]
          responses:
            "200":
              description: They will.
              content: {application/json: {schema: {$ref: '#/components/schemas/Health'}}}
            "503":
              description: They will not, for the reason given.
              content: {application/json: {schema: {$ref: '#/components/schemas/Health'}}}
      /metrics:
        get:
          summary: Metrics in the text format of Prometheus.
          operationId: metrics
          security: [{}]
          responses:
            "200":
              description: The metrics.
              content: {text/plain: {schema: {type: string}}}
      /openapi.yaml:
        get:
          summary: This document.
          operationId: document
          security: [{}]
          responses:
            "200":
              description: The document.
              content: {application/yaml: {schema: {type: string}}}
    components:
      securitySchemes:
        token: {type: http, scheme: bearer}
      parameters:
        Submission: {name: id, in: path, required: true, schema: {type: string}}
        QuizAttempt: {name: id, in: path, required: true, schema: {type: string}}
        Challenge: {name: slug, in: path, required: true, schema: {type: string}}
        User: {name: name, in: path, required: true, schema: {$ref: '#/components/schemas/Name'}}
      responses:
        Problem:
          description: What is wrong.
          content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}
      schemas:
        Name: {type: string, pattern: '^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$'}
        Problem:
          type: object
          required: [type, title, status, detail, code]
          properties:
            type: {type: string}
            title: {type: string}
            status: {type: integer}
            detail: {type: string}
            code: {type: string}
        Verdict:
          type: string
          enum: [accepted, wrong-answer, time-limit-exceeded, memory-limit-exceeded, output-limit-exceeded, run-time-error,
            compile-error, complexity-exceeded, judge-error]
        Submission:
          type: object
          required: [id, challenge, file, sha256, author, submitted_at, ended_at, phase, verdict, reason, attempt, ahead, progress]
          properties:
            id: {type: string}
            challenge: {type: string}
            file: {type: string}
            sha256: {type: string}
            author: {type: [string, "null"]}
            submitted_at: {type: string, format: date-time}
            ended_at: {type: [string, "null"], format: date-time}
            phase: {type: string, enum: [queued, compiling, running, measuring, graded, failed]}
            verdict:
              oneOf: [{$ref: '#/components/schemas/Verdict'}, {type: "null"}]
            reason: {type: [string, "null"], description: "Why it waits again, or why the judge gave up."}
            attempt: {type: integer}
            ahead: {type: [integer, "null"], description: "How many of the sender's own wait before it."}
            progress:
              oneOf:
                - {type: "null"}
                - type: object
                  required: [stage]
                  properties:
                    stage: {type: string, enum: [preparing, compiling, running, measuring, graded]}
                    index: {type: [integer, "null"]}
                    total: {type: [integer, "null"]}
                    name: {type: [string, "null"]}
        ChallengeForm: {type: string, enum: [coding, debugging, applied, quiz]}
        ChallengeRow:
          type: object
          required: [id, name, form, keywords]
          properties:
            id: {type: string}
            name: {type: string}
            form: {$ref: '#/components/schemas/ChallengeForm'}
            difficulty: {type: [string, "null"]}
            topic: {type: [string, "null"]}
            minutes: {type: [integer, "null"]}
            keywords: {type: array, items: {type: string}}
            time_limit_seconds: {type: [number, "null"]}
            memory_limit_bytes: {type: [integer, "null"]}
            solved: {type: [boolean, "null"]}
        Challenge:
          type: object
          required: [id, name, form, keywords, follow_ups, statement, samples, memory_limit_bytes, code_limit_bytes]
          properties:
            id: {type: string}
            name: {type: string}
            form: {$ref: '#/components/schemas/ChallengeForm'}
            difficulty: {type: [string, "null"]}
            topic: {type: [string, "null"]}
            minutes: {type: [integer, "null"]}
            follow_ups: {type: array, items: {type: string}, description: "What is asked next."}
            keywords: {type: array, items: {type: string}}
            statement: {type: string, description: Markdown.}
            starter: {type: [string, "null"]}
            samples:
              type: array
              items:
                type: object
                required: [name, input, answer]
                properties:
                  name: {type: string}
                  input: {type: string}
                  answer: {type: string}
            time_bound: {type: [string, "null"]}
            space_bound: {type: [string, "null"]}
            time_limit_seconds: {type: [number, "null"]}
            memory_limit_bytes: {type: integer}
            code_limit_bytes: {type: integer}
        User:
          type: object
          required: [name, role]
          properties:
            name: {type: string}
            role: {type: string, enum: [member, admin]}
        Token:
          type: object
          required: [id, user, created_at]
          properties:
            id: {type: integer}
            user: {type: string}
            created_at: {type: string, format: date-time}
            expires_at: {type: [string, "null"], format: date-time}
            revoked_at: {type: [string, "null"], format: date-time}
            token: {type: [string, "null"], description: "The token itself, where it was just made."}
        Health:
          type: object
          required: [status]
          properties:
            status: {type: string}
            reason: {type: [string, "null"]}
    \#(openAPISchemasOfQuizzes)
    \#(openAPISchemasOfWebhooks)

    """#
