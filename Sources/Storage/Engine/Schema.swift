import Foundation

/// The tables.
enum Schema {
    /// Steps from an empty database to this version's form, in the words of SQLite (``Dialect/definition(_:)`` has the others).
    /// A step that was released never changes.
    static let steps: [(name: String, statements: String)] = [
        (
            "1 users, submissions, reports",
            """
            CREATE TABLE users (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL UNIQUE COLLATE NOCASE,
                role TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                -- The number of the claim by which they were last served: whose is the lowest is next.
                served INTEGER NOT NULL DEFAULT 0
            ) STRICT;

            CREATE TABLE tokens (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
                -- What it is found by; the rest of it is known only by its hash.
                name TEXT NOT NULL UNIQUE,
                hash BLOB NOT NULL,
                -- The token that somebody signed in with; this is then the session, and ends with it.
                parent INTEGER REFERENCES tokens ON DELETE CASCADE,
                created_at INTEGER NOT NULL,
                expires_at INTEGER,
                revoked_at INTEGER
            ) STRICT;
            CREATE INDEX tokens_of_user ON tokens (user_id);

            CREATE TABLE groups (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL UNIQUE COLLATE NOCASE
            ) STRICT;
            CREATE TABLE members (
                group_id INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE,
                user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
                PRIMARY KEY (group_id, user_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX groups_of_user ON members (user_id);

            CREATE TABLE submissions (
                -- The order in which they came.
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                -- NULL: graded by a command, for whoever ran it.
                user_id INTEGER REFERENCES users,
                challenge TEXT NOT NULL,
                file TEXT NOT NULL,
                sha256 TEXT NOT NULL,
                submitted_at INTEGER NOT NULL,
                idempotency_key TEXT,
                phase TEXT NOT NULL,
                verdict TEXT,
                reason TEXT,
                ended_at INTEGER,
                -- How often it was taken up at all, and since it was queued by somebody.
                attempt INTEGER NOT NULL DEFAULT 0,
                tries INTEGER NOT NULL DEFAULT 0,
                -- How often its worker was lost since then; such an attempt is no try.
                losses INTEGER NOT NULL DEFAULT 0,
                -- After a try that failed it rests until then.
                not_before INTEGER NOT NULL DEFAULT 0,
                worker TEXT,
                lease_until INTEGER,
                -- Work and memory for each unit of their bounds, where growth was measured.
                work REAL,
                space REAL
            ) STRICT;
            CREATE UNIQUE INDEX submissions_by_key ON submissions (user_id, idempotency_key)
                WHERE idempotency_key IS NOT NULL;
            CREATE INDEX submissions_waiting ON submissions (user_id, number, not_before) WHERE phase = 'queued';
            CREATE INDEX submissions_leased ON submissions (lease_until) WHERE lease_until IS NOT NULL;
            CREATE INDEX submissions_of_user ON submissions (user_id, challenge, number);
            CREATE INDEX submissions_of_user_in_order ON submissions (user_id, number);
            CREATE INDEX submissions_of_challenge ON submissions (challenge, number);
            CREATE INDEX submissions_by_verdict ON submissions (verdict, number);
            CREATE INDEX submissions_solved ON submissions (challenge, user_id) WHERE verdict = 'accepted';

            -- Apart from the rows that lists walk over.
            CREATE TABLE sources (
                submission INTEGER PRIMARY KEY REFERENCES submissions ON DELETE CASCADE,
                bytes BLOB NOT NULL
            ) STRICT;
            CREATE TABLE reports (
                submission INTEGER PRIMARY KEY REFERENCES submissions ON DELETE CASCADE,
                attempt INTEGER NOT NULL,
                json TEXT NOT NULL
            ) STRICT;
            CREATE TABLE attempts (
                submission INTEGER NOT NULL REFERENCES submissions ON DELETE CASCADE,
                attempt INTEGER NOT NULL,
                worker TEXT NOT NULL,
                began_at INTEGER NOT NULL,
                ended_at INTEGER,
                outcome TEXT,
                reason TEXT,
                PRIMARY KEY (submission, attempt)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE events (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                submission INTEGER NOT NULL REFERENCES submissions ON DELETE CASCADE,
                at INTEGER NOT NULL,
                phase TEXT NOT NULL,
                attempt INTEGER NOT NULL,
                detail TEXT
            ) STRICT;
            CREATE INDEX events_of_submission ON events (submission, id);
            """
        ),
        (
            "2 webhooks",
            """
            CREATE TABLE webhooks (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL UNIQUE COLLATE NOCASE,
                url TEXT NOT NULL,
                format TEXT,
                secret BLOB NOT NULL,
                old_secret BLOB,
                old_secret_until INTEGER,
                filter TEXT NOT NULL,
                digest_minutes INTEGER NOT NULL,
                created_at INTEGER NOT NULL,
                failing_since INTEGER,
                disabled_at INTEGER,
                disabled_reason TEXT
            ) STRICT;
            CREATE TABLE announcements (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                kind TEXT NOT NULL,
                at INTEGER NOT NULL,
                data TEXT NOT NULL
            ) STRICT;
            CREATE TABLE deliveries (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                webhook INTEGER NOT NULL REFERENCES webhooks ON DELETE CASCADE,
                announcement INTEGER NOT NULL REFERENCES announcements ON DELETE CASCADE,
                -- What it is about, where the order of what is told counts.
                subject TEXT,
                state TEXT NOT NULL,
                attempts INTEGER NOT NULL DEFAULT 0,
                next_at INTEGER NOT NULL,
                tried_at INTEGER,
                status INTEGER,
                error TEXT,
                milliseconds INTEGER
            ) STRICT;
            CREATE INDEX deliveries_due ON deliveries (webhook, next_at, id) WHERE state = 'waiting';
            CREATE INDEX deliveries_in_order ON deliveries (webhook, subject, id) WHERE state = 'waiting';
            CREATE INDEX deliveries_gathered ON deliveries (webhook, id) WHERE state = 'gathered';
            CREATE INDEX deliveries_of_webhook ON deliveries (webhook, id);
            CREATE INDEX deliveries_dead ON deliveries (id) WHERE state = 'dead';
            CREATE INDEX deliveries_of_announcement ON deliveries (announcement);

            -- Whoever solved a challenge does so for the first time once, however often it is judged again.
            CREATE TABLE solved (
                user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
                challenge TEXT NOT NULL,
                PRIMARY KEY (user_id, challenge)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO solved (user_id, challenge)
                SELECT DISTINCT user_id, challenge FROM submissions
                WHERE verdict = 'accepted' AND user_id IS NOT NULL;
            CREATE TABLE known_challenges (slug TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
            """
        ),
        (
            "3 quizzes",
            """
            CREATE TABLE quiz_attempts (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                -- NULL: asked by a command, of whoever ran it.
                user_id INTEGER REFERENCES users ON DELETE CASCADE,
                quiz TEXT NOT NULL,
                -- What the order of questions and options follows from.
                seed INTEGER NOT NULL,
                total INTEGER NOT NULL,
                started_at INTEGER NOT NULL,
                ended_at INTEGER
            ) STRICT;
            CREATE INDEX quiz_attempts_of_user ON quiz_attempts (user_id, quiz, number);
            CREATE TABLE quiz_answers (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                attempt INTEGER NOT NULL REFERENCES quiz_attempts ON DELETE CASCADE,
                question TEXT NOT NULL,
                answer TEXT NOT NULL,
                is_right INTEGER NOT NULL,
                at INTEGER NOT NULL,
                UNIQUE (attempt, question)
            ) STRICT;
            """
        ),
        (
            "4 interviews",
            """
            CREATE TABLE interviews (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                -- NULL: held by a command, for whoever ran it.
                user_id INTEGER REFERENCES users ON DELETE CASCADE,
                minutes INTEGER NOT NULL,
                tasks TEXT NOT NULL,
                folder TEXT,
                started_at INTEGER NOT NULL,
                ended_at INTEGER
            ) STRICT;
            CREATE INDEX interviews_of_user ON interviews (user_id, number);
            CREATE TABLE predictions (
                interview INTEGER NOT NULL REFERENCES interviews ON DELETE CASCADE,
                challenge TEXT NOT NULL,
                time TEXT NOT NULL,
                space TEXT NOT NULL,
                PRIMARY KEY (interview, challenge)
            ) STRICT, WITHOUT ROWID;
            """
        ),
        (
            "5 settings, nodes",
            """
            CREATE TABLE settings (
                name TEXT PRIMARY KEY,
                -- What the first one said; all others must say the same.
                value TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE nodes (
                name TEXT PRIMARY KEY,
                version TEXT NOT NULL,
                toolchain TEXT NOT NULL,
                counting TEXT NOT NULL,
                sandbox TEXT NOT NULL,
                cores INTEGER NOT NULL,
                workers INTEGER NOT NULL,
                started_at INTEGER NOT NULL,
                seen_at INTEGER NOT NULL,
                draining INTEGER NOT NULL DEFAULT 0
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX submissions_ended ON submissions (ended_at) WHERE ended_at IS NOT NULL;
            """
        ),
        (
            "6 queue",
            """
            -- What has not ended: it waits, or a worker holds it. Apart from submissions, so that taking one up writes one
            -- short row that few indexes know.
            CREATE TABLE queue (
                submission INTEGER PRIMARY KEY REFERENCES submissions ON DELETE CASCADE,
                sender INTEGER,
                -- What waits is taken up in this order, and by number where it is the same.
                turn INTEGER NOT NULL,
                -- How often it was taken up at all; how often, since it was queued by somebody, the judge failed on it, and its
                -- worker was lost, which is no try.
                attempt INTEGER NOT NULL,
                tries INTEGER NOT NULL DEFAULT 0,
                losses INTEGER NOT NULL DEFAULT 0,
                -- After a try that failed it rests until then.
                not_before INTEGER NOT NULL DEFAULT 0,
                stage TEXT NOT NULL,
                -- Who holds it, since when, and for how long without a sign of life.
                worker TEXT,
                began_at INTEGER,
                lease_until INTEGER,
                -- What hosts have found whose word alone does not count, as "|host=verdict|host=verdict".
                opinions TEXT
            ) STRICT;
            INSERT INTO queue
                SELECT number, user_id, row_number() OVER (PARTITION BY user_id ORDER BY number), attempt,
                    CASE WHEN lease_until IS NULL THEN tries ELSE tries - 1 END, losses, not_before, phase, worker,
                    (SELECT began_at FROM attempts
                     WHERE attempts.submission = number AND attempts.attempt = submissions.attempt AND ended_at IS NULL),
                    lease_until, NULL
                FROM submissions WHERE phase = 'queued' OR lease_until IS NOT NULL;
            CREATE INDEX queue_in_turn ON queue (turn, submission) WHERE worker IS NULL;
            CREATE INDEX queue_of_sender ON queue (sender, submission) WHERE worker IS NULL;
            CREATE INDEX queue_held ON queue (worker) WHERE worker IS NOT NULL;
            DELETE FROM attempts WHERE ended_at IS NULL;
            UPDATE submissions SET phase = 'queued' WHERE lease_until IS NOT NULL;
            DROP INDEX submissions_waiting;
            DROP INDEX submissions_leased;
            ALTER TABLE submissions DROP COLUMN tries;
            ALTER TABLE submissions DROP COLUMN losses;
            ALTER TABLE submissions DROP COLUMN not_before;
            ALTER TABLE submissions DROP COLUMN worker;
            ALTER TABLE submissions DROP COLUMN lease_until;
            -- The turn that was given last to what they sent.
            ALTER TABLE users RENAME COLUMN served TO turn;
            UPDATE users SET turn = coalesce((SELECT max(queue.turn) FROM queue WHERE sender = users.id), 0);
            CREATE INDEX users_in_turn ON users (turn);
            -- CPU seconds of the program that tells how fast a host is; NULL where nobody wants to know.
            ALTER TABLE nodes ADD COLUMN calibration REAL;
            """
        ),
        (
            "7 bundles",
            """
            -- What is published, sealed, by digests that only its publisher and the nodes can tell.
            CREATE TABLE bundles (
                digest TEXT PRIMARY KEY,
                bytes BLOB NOT NULL
            ) STRICT;
            -- Which of it counts: the highest number.
            CREATE TABLE manifests (
                number INTEGER PRIMARY KEY,
                text TEXT NOT NULL,
                signature BLOB NOT NULL
            ) STRICT;
            """
        ),
    ]

    /// The names of all tables.
    static let tables = steps.flatMap { step in
        step.statements.matches(of: /CREATE TABLE (\w+)/).map { String($0.1) }
    }

    /// The statement that made a table.
    static func definition(of table: String) -> Substring {
        for step in steps {
            guard let start = step.statements.range(of: "CREATE TABLE \(table) ") else { continue }
            let rest = step.statements[start.lowerBound...]
            return rest[..<(rest.range(of: ") STRICT")?.upperBound ?? rest.endIndex)]
        }
        return ""
    }
}
