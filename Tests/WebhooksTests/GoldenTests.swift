import JudgeCore
import Testing

@testable import Webhooks

struct GoldenTests {
    private static let news: News = {
        var submission = Wording.usual.submission
        submission.author = "Ada <3 *@all*"
        submission.time?.variables.removeLast(7)
        submission.time?.variables[0].points = []
        submission.space?.variables[0].points = []
        submission.message = nil
        return .graded(submission)
    }()

    /// What is sent, byte for byte: whoever changes it sees here what receivers will see.
    private static let bodies: [WebhookFormat: String] = [
        .json: #"""
        {"data":{"attempt":2,"author":"Ada <3 *@all*","challenge":"kmeans","challenge_name":"k-means clust\#
        ering","failure":{"hint":"think of duplicates","message":"the third value differs","place":"secret\#
        /edge/one-cluster","verdict":"wrong-answer"},"file":"kmeans.swift","groups":[{"metrics":{"inerti\#
        a ratio":1.0004},"name":"sample","passed":2,"total":2,"verdict":"accepted"},{"metrics":{"inertia r\#
        atio":1.5},"name":"secret/edge","passed":1,"total":8,"verdict":"wrong-answer"}],"id":"7f3a","passe\#
        d":3,"report_url":"https://judge.example/api/v1/submissions/7f3a/report","seconds":1.234,"space":{\#
        "bound":"n","message":"too noisy","variables":[{"class":"n","exponent":1.02,"family":"duplicates",\#
        "interval":[0.98,1.05],"name":"n*k","points":[],"verdict":"inconclusive"}],"verdict":"inconclusive\#
        "},"submitted_at":"2026-03-01T08:15:00Z","time":{"bound":"n log n","message":"it grows like n^2 i\#
        n n","variables":[{"class":"n^2","exponent":2.004,"family":"duplicates","interval":[0.98,1.05],"na\#
        me":"n","points":[],"verdict":"over"}],"verdict":"over"},"total":10,"url":"https://judge.example/s\#
        ubmissions/7f3a","verdict":"complexity-exceeded"},"timestamp":"2026-03-01T08:15:02Z","type":"submi\#
        ssion.graded"}
        """#,
        .slack: #"""
        {"blocks":[{"text":{"emoji":false,"text":"Ada &lt;3 *@\#u{200B}all* on k-means clustering: complex\#
        ity exceeded","type":"plain_text"},"type":"header"},{"text":{"emoji":false,"text":"3 of 10 cases p\#
        assed in 1.2 s.","type":"plain_text"},"type":"section"},{"fields":[{"emoji":false,"text":"Worst gr\#
        oup","type":"plain_text"},{"emoji":false,"text":"secret/edge: 1 of 8 passed, wrong answer","type":\#
        "plain_text"},{"emoji":false,"text":"inertia ratio","type":"plain_text"},{"emoji":false,"text":"1.\#
        5000 at worst, in secret/edge","type":"plain_text"},{"emoji":false,"text":"Time in n","type":"plai\#
        n_text"},{"emoji":false,"text":"grows like n^2, exponent 2.00: over the bound n log n","type":"pla\#
        in_text"},{"emoji":false,"text":"Space in n*k","type":"plain_text"},{"emoji":false,"text":"grows l\#
        ike n, exponent 1.02: inconclusive","type":"plain_text"},{"emoji":false,"text":"File","type":"plai\#
        n_text"},{"emoji":false,"text":"kmeans.swift","type":"plain_text"}],"type":"section"},{"fields":[{\#
        "emoji":false,"text":"Attempt","type":"plain_text"},{"emoji":false,"text":"2","type":"plain_text"}\#
        ],"type":"section"},{"text":{"emoji":false,"text":"First failure: secret/edge/one-cluster, wrong a\#
        nswer: the third value differs","type":"plain_text"},"type":"section"},{"text":{"emoji":false,"tex\#
        t":"Hint: think of duplicates","type":"plain_text"},"type":"section"},{"text":{"emoji":false,"text\#
        ":"Time: it grows like n^2 in n","type":"plain_text"},"type":"section"},{"text":{"emoji":false,"te\#
        xt":"Space: too noisy","type":"plain_text"},"type":"section"},{"text":{"text":"<https://judge.exam\#
        ple/submissions/7f3a|Open the submission>","type":"mrkdwn","verbatim":true},"type":"section"}],"te\#
        xt":"Ada &lt;3 \#u{200B}*\#u{200B}@\#u{200B}all\#u{200B}*\#u{200B} on k-means clustering: complexi\#
        ty exceeded. 3 of 10 cases passed in 1.2 s."}
        """#,
        .discord: #"""
        {"allowed_mentions":{"parse":[]},"embeds":[{"color":15158332,"description":"3 of 10 cases passed i\#
        n 1.2 s.\n\n**First failure:** secret/edge/one-cluster, wrong answer: the third value differs\n**H\#
        int:** think of duplicates\n**Time:** it grows like n^2 in n\n**Space:** too noisy","fields":[{"in\#
        line":true,"name":"Worst group","value":"secret/edge: 1 of 8 passed, wrong answer"},{"inline":true\#
        ,"name":"inertia ratio","value":"1.5000 at worst, in secret/edge"},{"inline":true,"name":"Time i\#
        n n","value":"grows like n^2, exponent 2.00: over the bound n log n"},{"inline":true,"name":"Spac\#
        e in n\\*k","value":"grows like n, exponent 1.02: inconclusive"},{"inline":true,"name":"File","val\#
        ue":"kmeans.swift"},{"inline":true,"name":"Attempt","value":"2"}],"timestamp":"2026-03-01T08:15:02\#
        Z","title":"Ada \\<3 \\*@\#u{200B}all\\* on k-means clustering: complexity exceeded","url":"https:\#
        //judge.example/submissions/7f3a"}],"username":"judge"}
        """#,
        .teams: #"""
        {"attachments":[{"content":{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","action\#
        s":[{"title":"Open the submission","type":"Action.OpenUrl","url":"https://judge.example/submission\#
        s/7f3a"}],"body":[{"color":"Attention","size":"Large","style":"heading","text":"Ada \\<3 \\*@\#
        \#u{200B}all\\* on k-means clustering: complexity exceeded","type":"TextBlock","weight":"Bolder","\#
        wrap":true},{"text":"3 of 10 cases passed in 1.2 s.","type":"TextBlock","wrap":true},{"facts":[{"t\#
        itle":"Worst group","value":"secret/edge: 1 of 8 passed, wrong answer"},{"title":"inertia ratio","\#
        value":"1.5000 at worst, in secret/edge"},{"title":"Time in n","value":"grows like n^2, exponent 2\#
        .00: over the bound n log n"},{"title":"Space in n\\*k","value":"grows like n, exponent 1.02: inco\#
        nclusive"},{"title":"File","value":"kmeans.swift"},{"title":"Attempt","value":"2"}],"type":"FactSe\#
        t"},{"text":"**First failure:** secret/edge/one-cluster, wrong answer: the third value differs","t\#
        ype":"TextBlock","wrap":true},{"text":"**Hint:** think of duplicates","type":"TextBlock","wrap":tr\#
        ue},{"text":"**Time:** it grows like n^2 in n","type":"TextBlock","wrap":true},{"text":"**Space:*\#
        * too noisy","type":"TextBlock","wrap":true}],"type":"AdaptiveCard","version":"1.4"},"contentType"\#
        :"application/vnd.microsoft.card.adaptive"}],"type":"message"}
        """#,
        .mattermost: #"""
        {"attachments":[{"color":"#E74C3C","fallback":"Ada &lt;3 \\*@\#u{200B}all\\* on k-means clustering\#
        : complexity exceeded. 3 of 10 cases passed in 1.2 s.","text":"**Ada &lt;3 \\*@\#u{200B}all\\* o\#
        n k-means clustering: complexity exceeded**\n3 of 10 cases passed in 1.2 s.\n\n**Worst group:** se\#
        cret/edge: 1 of 8 passed, wrong answer\n**inertia ratio:** 1.5000 at worst, in secret/edge\n**Tim\#
        e in n:** grows like n^2, exponent 2.00: over the bound n log n\n**Space in n\\*k:** grows like n\#
        , exponent 1.02: inconclusive\n**File:** kmeans.swift\n**Attempt:** 2\n\n**First failure:** secret\#
        /edge/one-cluster, wrong answer: the third value differs\n**Hint:** think of duplicates\n**Time:*\#
        * it grows like n^2 in n\n**Space:** too noisy\n\n[Open the submission](https://judge.example/subm\#
        issions/7f3a)"}],"username":"judge"}
        """#,
        .googlechat: #"""
        {"cardsV2":[{"card":{"sections":[{"widgets":[{"textParagraph":{"text":"<b>Ada &lt;3 *@\#u{200B}all\#
        * on k-means clustering: complexity exceeded</b><br>3 of 10 cases passed in 1.2 s."}},{"textParagr\#
        aph":{"text":"<b>Worst group:</b> secret/edge: 1 of 8 passed, wrong answer<br><b>inertia ratio:</b\#
        > 1.5000 at worst, in secret/edge<br><b>Time in n:</b> grows like n^2, exponent 2.00: over the bou\#
        nd n log n<br><b>Space in n*k:</b> grows like n, exponent 1.02: inconclusive<br><b>File:</b> kmean\#
        s.swift<br><b>Attempt:</b> 2"}},{"textParagraph":{"text":"<b>First failure:</b> secret/edge/one-cl\#
        uster, wrong answer: the third value differs<br><b>Hint:</b> think of duplicates<br><b>Time:</b> i\#
        t grows like n^2 in n<br><b>Space:</b> too noisy"}},{"buttonList":{"buttons":[{"onClick":{"openLin\#
        k":{"url":"https://judge.example/submissions/7f3a"}},"text":"Open the submission"}]}}]}]},"cardId"\#
        :"judge"}],"fallbackText":"Ada <\#u{200B}3 \#u{200B}*\#u{200B}@\#u{200B}all\#u{200B}*\#u{200B} o\#
        n k-means clustering: complexity exceeded. 3 of 10 cases passed in 1.2 s."}
        """#,
        .telegram: #"""
        {"chat_id":"-100","link_preview_options":{"is_disabled":true},"message_thread_id":7,"parse_mode":"\#
        HTML","text":"<b>Ada &lt;3 *@\#u{200B}all* on k-means clustering: complexity exceeded</b>\n3 of 1\#
        0 cases passed in 1.2 s.\n\n<b>Worst group:</b> secret/edge: 1 of 8 passed, wrong answer\n<b>inert\#
        ia ratio:</b> 1.5000 at worst, in secret/edge\n<b>Time in n:</b> grows like n^2, exponent 2.00: ov\#
        er the bound n log n\n<b>Space in n*k:</b> grows like n, exponent 1.02: inconclusive\n<b>File:</b\#
        > kmeans.swift\n<b>Attempt:</b> 2\n\n<b>First failure:</b> secret/edge/one-cluster, wrong answer\#
        : the third value differs\n<b>Hint:</b> think of duplicates\n<b>Time:</b> it grows like n^2 in n\n\#
        <b>Space:</b> too noisy\n\n<a href=\"https://judge.example/submissions/7f3a\">Open the submission<\#
        /a>"}
        """#,
        .ntfy: #"""
        {"click":"https://judge.example/submissions/7f3a","message":"3 of 10 cases passed in 1.2 s.\n\nWor\#
        st group: secret/edge: 1 of 8 passed, wrong answer\ninertia ratio: 1.5000 at worst, in secret/edge\#
        \nTime in n: grows like n^2, exponent 2.00: over the bound n log n\nSpace in n*k: grows like n, ex\#
        ponent 1.02: inconclusive\nFile: kmeans.swift\nAttempt: 2\n\nFirst failure: secret/edge/one-cluste\#
        r, wrong answer: the third value differs\nHint: think of duplicates\nTime: it grows like n^2 in n\#
        \nSpace: too noisy","priority":3,"tags":["x"],"title":"Ada <3 *@all* on k-means clustering: comple\#
        xity exceeded","topic":"judge"}
        """#,
        .matrix: #"""
        {"body":"Ada <3 *@\#u{200B}all* on k-means clustering: complexity exceeded\n3 of 10 cases passed i\#
        n 1.2 s.\n\nWorst group: secret/edge: 1 of 8 passed, wrong answer\ninertia ratio: 1.5000 at worst\#
        , in secret/edge\nTime in n: grows like n^2, exponent 2.00: over the bound n log n\nSpace in n*k\#
        : grows like n, exponent 1.02: inconclusive\nFile: kmeans.swift\nAttempt: 2\n\nFirst failure: secr\#
        et/edge/one-cluster, wrong answer: the third value differs\nHint: think of duplicates\nTime: it gr\#
        ows like n^2 in n\nSpace: too noisy\n\nOpen the submission: https://judge.example/submissions/7f3a\#
        ","format":"org.matrix.custom.html","formatted_body":"<b>Ada &lt;3 *@\#u{200B}all* on k-means clus\#
        tering: complexity exceeded</b><br>3 of 10 cases passed in 1.2 s.<br><br><b>Worst group:</b> secre\#
        t/edge: 1 of 8 passed, wrong answer<br><b>inertia ratio:</b> 1.5000 at worst, in secret/edge<br><b\#
        >Time in n:</b> grows like n^2, exponent 2.00: over the bound n log n<br><b>Space in n*k:</b> grow\#
        s like n, exponent 1.02: inconclusive<br><b>File:</b> kmeans.swift<br><b>Attempt:</b> 2<br><br><b>\#
        First failure:</b> secret/edge/one-cluster, wrong answer: the third value differs<br><b>Hint:</b\#
        > think of duplicates<br><b>Time:</b> it grows like n^2 in n<br><b>Space:</b> too noisy<br><br><\#
        a href=\"https://judge.example/submissions/7f3a\">Open the submission</a>","m.mentions":{},"msgtyp\#
        e":"m.notice"}
        """#,
    ]

    @Test(arguments: WebhookFormat.allCases)
    func `a body is what it was`(_ format: WebhookFormat) throws {
        #expect(String(decoding: try request(format, Self.news).body, as: UTF8.self) == Self.bodies[format])
    }
}
