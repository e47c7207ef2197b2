/* Plays the timeline: the quarrel grows from its first day on. */
let playerTimer = 0; /* 0: it rests */

/* The next bin in which something is said. */
function nextBin(from) {
    for (let i = from + 1; i < timeline.bins.length; i++)
        if (timeline.bins[i].accuses.size + timeline.bins[i].denies.size > 0)
            return i;
    return timeline.bins.length - 1;
}

function togglePlaying() {
    if (playerTimer)
        stopPlaying();
    else
        startPlaying();
}

function startPlaying() {
    const busy = timeline.bins.filter(bin => bin.accuses.size + bin.denies.size > 0).length;
    const pause = Math.min(900, Math.max(150, 15000 / busy));
    const [, to] = chosenRange();
    /* From the beginning again where the end was reached. */
    const first = to >= timeline.bins.length - 1 ? nextBin(-1) : nextBin(to);
    const show = bin => {
        chooseRange(0, bin, true);
        playerTimer = bin >= timeline.bins.length - 1 ? 0
            : setTimeout(() => show(nextBin(bin)), pause);
        drawPlaying();
    };
    show(first);
}

function stopPlaying() {
    clearTimeout(playerTimer);
    playerTimer = 0;
    drawPlaying();
}

function drawPlaying() {
    const playing = playerTimer !== 0;
    if (!timeline.play) /* not yet made */
        return;
    timeline.play.firstChild.textContent = playing ? "❚❚" : "▶";
    timeline.play.setAttribute("aria-label", word(playing ? "pause" : "play"));
    timeline.play.title = word(playing ? "pause" : "play");
}
