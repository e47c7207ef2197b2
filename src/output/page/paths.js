/* The shortest path between two actors over the edges that are shown, direction aside; an edge is as
 * long as 1/weight, as for the command. Dijkstra 1959, with a binary heap. */
function pushHeap(heap, entry) {
    let at = heap.push(entry) - 1;
    while (at > 0 && heap[at - 1 >> 1][0] > entry[0]) {
        heap[at] = heap[at - 1 >> 1];
        at = at - 1 >> 1;
    }
    heap[at] = entry;
}

function popHeap(heap) {
    const first = heap[0], last = heap.pop();
    let at = 0;
    while (heap.length > 0) {
        let child = 2 * at + 1;
        if (child + 1 < heap.length && heap[child + 1][0] < heap[child][0])
            child++;
        if (child >= heap.length || heap[child][0] >= last[0])
            break;
        heap[at] = heap[child];
        at = child;
    }
    if (heap.length > 0)
        heap[at] = last;
    return first;
}

/* The edges of the path in order; null: the two are not joined. */
function shortestPath(from, to) {
    const distance = new Float64Array(data.nodes.length).fill(Infinity);
    const through = new Int32Array(data.nodes.length).fill(-1);
    const heap = [[0, from]];
    distance[from] = 0;
    while (heap.length > 0) {
        const [length, node] = popHeap(heap);
        if (node === to)
            break;
        if (length > distance[node])
            continue;
        for (const index of edgesAt[node]) {
            const edge = data.edges[index], next = otherEnd(edge, node);
            const longer = length + 1 / edge.weight;
            if (shown.edges[index] && longer < distance[next]) {
                distance[next] = longer;
                through[next] = index;
                pushHeap(heap, [longer, next]);
            }
        }
    }
    return distance[to] === Infinity ? null : stepsBack(from, to, through);
}

function stepsBack(from, to, through) {
    const steps = [];
    for (let node = to; node !== from; node = otherEnd(data.edges[through[node]], node))
        steps.unshift(through[node]);
    return steps;
}
