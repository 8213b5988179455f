/// The paths of quizzes in ``openAPI``.
let openAPIOfQuizzes = #"""
          /api/v1/quizzes/{slug}/attempts:
            parameters:
              - {$ref: '#/components/parameters/Challenge'}
            post:
              summary: Begins a quiz, its questions and options in an order of their own, without the key.
              operationId: beginQuiz
              responses:
                "201":
                  description: The attempt.
                  headers:
                    Location: {schema: {type: string}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/QuizAttempt'}}}
                "401": {$ref: '#/components/responses/Problem'}
                "404": {$ref: '#/components/responses/Problem'}
          /api/v1/quiz-attempts/{id}:
            parameters:
              - {$ref: '#/components/parameters/QuizAttempt'}
            get:
              summary: An attempt of one's own; of what is answered, with the key and why.
              operationId: showQuizAttempt
              responses:
                "200":
                  description: The attempt.
                  content: {application/json: {schema: {$ref: '#/components/schemas/QuizAttempt'}}}
                "401": {$ref: '#/components/responses/Problem'}
                "404": {$ref: '#/components/responses/Problem'}
          /api/v1/quiz-attempts/{id}/answers:
            parameters:
              - {$ref: '#/components/parameters/QuizAttempt'}
            post:
              summary: Answers a question, once; the key and the reasons come back.
              operationId: answerQuestion
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [question, answer]
                      properties:
                        question: {type: string}
                        answer: {type: string, description: "A letter as b, letters as 'a c', or a number as 0.25."}
              responses:
                "201":
                  description: What is said of it.
                  content: {application/json: {schema: {$ref: '#/components/schemas/QuizFeedback'}}}
                "400": {$ref: '#/components/responses/Problem'}
                "401": {$ref: '#/components/responses/Problem'}
                "404": {$ref: '#/components/responses/Problem'}
                "408": {$ref: '#/components/responses/Problem'}
                "409": {$ref: '#/components/responses/Problem'}
                "413": {$ref: '#/components/responses/Problem'}
                "415": {$ref: '#/components/responses/Problem'}
                "422": {$ref: '#/components/responses/Problem'}
    """#

/// The schemas that they speak of.
let openAPISchemasOfQuizzes = #"""
            QuizAttempt:
              type: object
              required: [id, quiz, total, answered, right, questions]
              properties:
                id: {type: string}
                quiz: {type: string}
                total: {type: integer}
                answered: {type: integer}
                right: {type: integer}
                questions:
                  type: array
                  items:
                    type: object
                    required: [id, ask, form, options]
                    properties:
                      id: {type: string}
                      ask: {type: string, description: Markdown.}
                      form: {type: string, enum: [choice, select, number]}
                      options:
                        type: array
                        items:
                          type: object
                          required: [letter, text]
                          properties:
                            letter: {type: string}
                            text: {type: string, description: Markdown.}
                      feedback:
                        description: Only once it is answered.
                        oneOf: [{$ref: '#/components/schemas/QuizFeedback'}, {type: "null"}]
            QuizFeedback:
              type: object
              required: [question, answer, is_right, options]
              properties:
                question: {type: string}
                answer: {type: string}
                is_right: {type: boolean}
                options:
                  type: array
                  items:
                    type: object
                    required: [letter, is_right, is_chosen, because]
                    properties:
                      letter: {type: string}
                      is_right: {type: boolean}
                      is_chosen: {type: boolean}
                      because: {type: string, description: Markdown.}
                number:
                  oneOf:
                    - {type: "null"}
                    - type: object
                      required: [right, tolerance, because]
                      properties:
                        right: {type: number}
                        tolerance: {type: number}
                        because: {type: string, description: Markdown.}
                        mistake: {type: [string, "null"], description: Markdown.}
    """#
