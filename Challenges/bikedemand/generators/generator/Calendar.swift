/// The date that is so many days after 1 March 2000, by the Gregorian calendar; from 2000 to 2099.
func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    // Years that begin in March end with the leap day, so that lengths repeat every 1461 days.
    let cycle = days / 1461
    let rest = days % 1461
    let year = min(rest / 365, 3)
    let dayOfYear = rest - 365 * year
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    return (2000 + 4 * cycle + year + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, day)
}

/// The days from 1 March 2000 to a date.
func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year - 2000 : year - 2001
    let place = month > 2 ? month - 3 : month + 9
    return 365 * shifted + shifted / 4 + (153 * place + 2) / 5 + day - 1
}

/// 0 for Monday to 6 for Sunday; 1 March 2000 was a Wednesday.
func weekday(_ days: Int) -> Int { (days + 2) % 7 }

let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
