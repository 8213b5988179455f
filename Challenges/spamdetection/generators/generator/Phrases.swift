/// What messages are made of: templates by topic, whose {slots} are filled from lists.
enum Phrases {
    static let slots: [String: [String]] = [
        "name": [
            "Anna", "Ben", "Chloe", "Dan", "Ella", "Finn", "Grace", "Harry", "Isla", "Jack", "Kate", "Liam", "Mia",
            "Noah", "Olga", "Pete", "Quinn", "Rosa", "Sam", "Tess", "Uma", "Vic", "Will", "Yara", "Zoe", "mum", "dad",
            "gran",
        ],
        "place": [
            "the station", "town", "the gym", "school", "the office", "my place", "yours", "the park", "the pub",
            "the library", "the airport", "the shop", "the cinema", "the bakery", "the bus stop",
        ],
        "time": [
            "at 6", "at 7:30", "tonight", "tomorrow", "later", "in 10 min", "after work", "on Friday", "this weekend",
            "2nite", "at noon", "in an hour", "next week", "on Sunday", "l8r",
        ],
        "thing": [
            "the keys", "my charger", "the tickets", "your book", "the report", "milk and bread", "the car", "my bag",
            "the laptop", "your jumper", "the cake", "dinner", "the bill", "the photos", "an umbrella", "the dog",
        ],
        "shop": ["Greenfield", "Northway", "Postline", "Bookbarn", "Oakmart", "Cityrail", "Medicentre", "Rivergas"],
        "code": ["{d}{d}{d}{d}", "{d}{d}{d}{d}{d}{d}", "{d}{d}{d}-{d}{d}{d}"],
        "money": ["{d}00", "{d}000", "{d}{d}0", "{d}50", "{d}{d},000"],
        "small": ["{d}", "1{d}", "2{d}", "{d}.50", "{d}.99"],
        "cur": ["£", "$", "€"],
        "bad": [
            "http://win-{d}{d}{d}.biz/{x}", "www.{x}{x}-{x}.top", "http://{x}{d}{x}.click/{d}{d}", "bit.do/{x}{x}{d}",
            "{x}{x}{x}.xyz/go", "http://secure-{x}{x}.info/login", "https://{x}{x}.com/{d}", "{x}-{x}.org/t/{d}{d}{d}",
            "",
        ],
        "good": [
            "https://greenfield.com/t/{d}{d}{d}", "www.northway.org", "https://maps.example/{x}{x}",
            "https://docs.example/{x}{d}", "postline.com/track",
        ],
        "phone": ["0900 {d}{d}{d}{d}{d}{d}", "+882{d}{d}{d}{d}{d}{d}", "0871{d}{d}{d}{d}{d}", "8{d}{d}{d}{d}"],
        "prize": [
            "a cash prize", "a free holiday", "an iPhone", "a luxury cruise", "shopping vouchers", "a jackpot",
            "a mystery bonus", "a new tablet", "the lottery", "a gift card",
        ],
        "now": ["now", "today", "immediately", "before midnight", "within 24 hours", "at once", "asap"],
        "act": ["Claim", "Reply", "Call", "Click", "Text", "Collect", "Register", "Order", "Apply"],
        "pill": ["viagra", "cialis", "diet pills", "painkillers", "xanax", "steroids", "slimming tea", "pills"],
        "coin": ["bitcoin", "crypto", "forex", "ethereum", "trading", "tokens"],
        "bank": ["PayPal", "your bank", "Netflix", "Apple ID", "HMRC", "the tax office", "your card"],
        "d": ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
        "x": ["ka", "zo", "mi", "tu", "re", "vy", "qe", "lo", "ni", "dax", "fop", "gu", "jet", "xu", "b4", "w7"],
        "lol": ["lol", "haha", ":)", "xx", "!", "...", "", "", "", "k", "thx", "pls"],
    ]

    static let spam: [[String]] = [
        [  // Prizes.
            "Congratulations! You have won {prize}. {act} {now}: {bad}",
            "WINNER!! Your number was selected for {prize} worth {cur}{money}. {act} on {phone}",
            "You are our lucky visitor. {act} to collect {prize} {now} {bad}",
            "FREE entry to our weekly draw for {prize}, text WIN to {phone}",
            "Final notice: {prize} is still unclaimed, {act} {phone} {now}",
            "Dear customer you have been chosen to receive {cur}{money} reward {bad}",
            "Hi! u qualify for {prize}. answer 3 questions {bad}", "Guaranteed {cur}{money} cash or {prize}! {phone}",
        ],
        [  // Loans.
            "Need cash fast? Loans up to {cur}{money}, no credit check. {act} {now} {bad}",
            "Your loan of {cur}{money} is approved, {act} {now} {phone}",
            "Consolidate debt and save {cur}{money} {bad}",
            "Bad credit? No problem, instant {cur}{money} in your account {now}",
            "Lowest mortgage rates, guaranteed approval, call {phone}",
            "You may be entitled to {cur}{money} compensation for your accident. {act} CLAIM to {phone}",
        ],
        [  // Pills.
            "Cheap {pill} without prescription, discreet delivery {bad}", "Buy {pill} {now}, {small}0% discount {bad}",
            "Lose weight quickly with {pill}! {act} {now}", "Best quality {pill} from {cur}{small} only {bad}",
            "Doctors hate this: {pill} that really work {bad}", "Men! {pill} and {pill}, satisfaction guaranteed {bad}",
        ],
        [  // Money.
            "Earn {cur}{money} a week with {coin}, no experience. {act} {now} {bad}",
            "My {coin} robot doubles your deposit in 24 hours {bad}",
            "Hello dear, I made {cur}{money} with {coin}, ask me how {bad}",
            "Insider tip: {coin} explodes {now}, invest {cur}{small}0 and retire",
            "Join our {coin} group, profits daily {bad}",
            "Work from home! {cur}{money} per day, part time, {act} {phone}",
        ],
        [  // Phishing.
            "{bank}: unusual activity, your account is suspended. Verify {now}: {bad}",
            "Your parcel could not be delivered, pay the {cur}{small} fee {bad}",
            "Security alert! Confirm your password for {bank} {bad}",
            "You have a refund of {cur}{money} from {bank}. {act} {now} {bad}",
            "Your subscription with {bank} expires {now}, update billing details {bad}",
            "Hi mum, my phone broke, this is my new number, can you send {cur}{money} {now}? {phone}",
            "Voicemail waiting: 1 new message, listen at {bad}",
        ],
        [  // Dating.
            "Hot singles in your area want to meet {now}! {bad}",
            "Someone has a secret crush on you, {act} {phone} to find out",
            "Lonely? Chat with sexy girls {now}, {phone}, 18+ only", "{name} sent you private photos, see them {bad}",
            "Hey handsome, I am new in town and lonely, text me {phone}",
        ],
        [  // Sales.
            "Replica watches and bags, up to {small}0% off {bad}",
            "Unlimited ringtones, {cur}{small} per week, text TONE to {phone}",
            "Exclusive offer {now}: buy one get one free {bad}", "Rank your website first, cheap SEO {bad}",
            "Last chance! clearance of designer shoes {bad}", "Upgrade to a new phone for free, call {phone} {now}",
        ],
    ]

    static let ham: [[String]] = [
        [  // Chat.
            "ok call me", "ok {lol}", "where r u", "on my way {lol}", "yes", "no worries {lol}", "k", "sure {time}",
            "running late {lol}", "gr8 see u {time}", "cant talk now, call u {time}", "sorry missed your call {lol}",
            "what r u doing {time}", "haha {name} is so funny", "love you {lol}", "happy birthday {name} {lol}",
            "did {name} call you", "who is this", "b4 i forget, bring {thing}",
        ],
        [  // Plans.
            "Shall we meet at {place} {time}?", "Can you pick up {thing} from {place} {time}? {lol}",
            "{name} and I are going to {place} {time}, want to come?", "I left {thing} at {place} {lol}",
            "Dinner {time}? {name} is cooking", "Let me know when you get to {place}",
            "I'll be at {place} {time} {lol}",
            "Train is delayed, at {place} {time}", "Tell {name} to bring {thing} {time}",
            "Movie {time} with {name}? tickets are {cur}{small}", "Sorry I cannot make it {time}, {name} is ill",
        ],
        [  // Work.
            "Please send {thing} before the meeting {time}", "Meeting moved to {place} {time}, regards {name}",
            "Hi {name}, the draft is here {good}, comments welcome", "Can you call the client {time}? it is urgent",
            "Invoice {code} is attached, payment of {cur}{money} due next month",
            "{name}, your holiday request {time} is approved", "Reminder: team lunch at {place} {time}",
            "Server is down again, please call me {now}", "New password policy starts {time}, see {good}",
        ],
        [  // Notices.
            "Your {shop} code is {code}. Do not share it.", "{shop}: your parcel arrives {time}. Track it: {good}",
            "{shop}: your order {code} is ready to collect",
            "Appointment at {shop} confirmed {time}. Reply C to cancel",
            "Your {shop} bill of {cur}{small} is due. No action needed if you pay by direct debit.",
            "You spent {cur}{small} at {shop}. Balance {cur}{money}.", "{shop} account: your password was changed",
            "Thank you for shopping at {shop}, 10% off your next order {good}",
        ],
        [  // Sounds like spam.
            "did you win the prize at {place}? {lol}", "free {time}? call me {lol}", "URGENT call mum now",
            "Click the link {name} sent, so funny {good}", "I won {cur}{small} on the lottery lol, drinks on me {time}",
            "can you lend me {cur}{small} till payday {lol}", "the doctor gave me painkillers, feeling better {lol}",
            "HAPPY NEW YEAR {name}!!! call you {now}", "they offered me the job!!! 2 weeks holiday free {lol}",
            "bank closes {time}, need cash for {thing}", "my new number is 07{d}{d}{d}{d}{d}{d}{d}{d}{d}, {name}",
            "is bitcoin worth it? {name} bought some {lol}", "{name} has a date {time}, so lonely now {lol}",
            "buy one get one free pizza at {place} {time}", "claim your seat, {place} is full {lol}",
        ],
    ]
}
