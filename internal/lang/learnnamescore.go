package lang

// scoreNames marks the names of texts and compares, strictly.
func (e *engine) scoreNames(texts []NameText) (f1 [6]float64) {
	var tp, fp, fn [4]float64
	w := worker{engine: e}
	for _, l := range nameLessons(texts, e) {
		ev := map[uint32]votes{}
		for pass := range 2 {
			for s, ts := range l.ts {
				if pass == 0 {
					w.names(ts, nil)
					gather(ev, ts, w.nm.class)
					continue
				}
				w.names(ts, ev)
				got, want := nameSpans(nil, w.nm.class), nameSpans(nil, l.class[s])
				count(got, want, &tp, &fp)
				count(want, got, nil, &fn)
			}
		}
	}
	f1[4], f1[5] = 100*tp[3]/max(1, tp[3]+fp[3]), 100*tp[3]/max(1, tp[3]+fn[3])
	for i := range 4 {
		f1[i] = 200 * tp[i] / max(1, 2*tp[i]+fp[i]+fn[i])
	}
	return f1
}

// count adds the names of a that stand in b to in, others to out; index 3 is
// all kinds.
func count(a, b []Name, in, out *[4]float64) {
	for _, x := range a {
		to := out
		for _, y := range b {
			if x == y {
				to = in
			}
		}
		if to == nil {
			continue
		}
		for i, k := range nameKinds {
			if kindNames[k] == x.Kind {
				to[i]++
			}
		}
		to[3]++
	}
}

// ScoreNames scores a model of names, to say how learning goes: F1 of persons,
// places, organisations and all, precision and recall of all.
func ScoreNames(model, tags []byte, texts []NameText) ([6]float64, error) {
	e, err := newEngine(tags, nil, nil)
	if err != nil {
		return [6]float64{}, err
	}
	if err := e.readNames(model); err != nil {
		return [6]float64{}, err
	}
	return e.scoreNames(texts), nil
}
