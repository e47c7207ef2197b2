/* The stretches that the timeline is cut into: days, months, quarters, years or more, so that there are
 * not too many to be seen. */
const MONTH_STEPS = [1, 3, 12, 120, 1200];
const MOST_BINS = 120, MOST_DAYS = 92;
const DAY = 86400000; /* milliseconds */

function utc(date) {
    const [year, month, day] = date.split("-").map(Number);
    const time = new Date(0);
    time.setUTCFullYear(year, month - 1, day);
    return time;
}

function isoDay(time) {
    return String(time.getUTCFullYear()).padStart(4, "0") + time.toISOString().slice(-20, -14);
}

/* The first days of the bins from the first day of all to the last. */
function binStarts(first, last) {
    const days = Math.round((utc(last) - utc(first)) / DAY);
    timeline.letters = 10;
    if (days <= MOST_DAYS)
        return Array.from({length: days + 1}, (_, i) => isoDay(new Date(utc(first).getTime() + i * DAY)));
    const months = date => utc(date).getUTCFullYear() * 12 + utc(date).getUTCMonth();
    const step = MONTH_STEPS.find(size => (months(last) - months(first)) / size < MOST_BINS) || 1200;
    timeline.letters = step < 12 ? 7 : 4;
    const from = Math.floor(months(first) / step);
    return Array.from({length: Math.floor(months(last) / step) - from + 1}, (_, i) => {
        const month = (from + i) * step;
        return isoDay(utc([Math.floor(month / 12), month % 12 + 1, 1].join("-")));
    });
}

