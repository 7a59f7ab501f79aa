package lang

// token is what the models know of a word of the sentence in hand.
type token struct {
	look
	x, u uint8 // XPOS and UPOS: 1-based classes, 0 for none
	// forced says that x is known from elsewhere and is not the tagger's to
	// choose.
	forced bool
	// headline says that it has its capital in a line of Title Case.
	headline bool
}

var noToken token

// at returns the i-th token, an empty one beyond the edges.
func at(ts []token, i int) *token {
	if i < 0 || i >= len(ts) {
		return &noToken
	}
	return &ts[i]
}

// feats gathers hashed features; row is the memory in which their rows are
// looked up.
type feats struct {
	h    []uint64
	row  []uint32
	at   []pairsAt
	full []uint32
}

func (f *feats) one(t uint64, a uint32) {
	f.h = append(f.h, mix(t*mulB, a))
}
func (f *feats) two(t uint64, a, b uint32) {
	f.h = append(f.h, mix(mix(t*mulB, a), b))
}
func (f *feats) three(t uint64, a, b, c uint32) {
	f.h = append(f.h, mix(mix(mix(t*mulB, a), b), c))
}

// xposFeats gathers what the tagger knows of word i, the tags before it given.
func (f *feats) xposFeats(ts []token, i int) {
	f.h = f.h[:0]
	w, p, n := at(ts, i), at(ts, i-1), at(ts, i+1)
	pp, nn := at(ts, i-2), at(ts, i+2)
	t1, t2 := uint32(p.x), uint32(pp.x)
	f.one(1, 0)
	f.one(2, w.form)
	f.one(3, w.low)
	f.one(4, w.suf1)
	f.one(5, w.suf2)
	f.one(6, w.suf3)
	f.one(7, w.suf4)
	f.one(8, w.pre1)
	f.one(9, w.pre2)
	f.one(10, w.pre3)
	f.one(11, w.shape)
	f.two(12, w.shape, b2u(w.initial))
	f.one(13, w.clu)
	f.one(14, w.clu10())
	f.one(15, w.clu6())
	f.one(16, t1)
	f.two(17, t1, t2)
	f.two(18, t1, w.low)
	f.two(19, t2, w.low)
	f.two(20, t1, w.suf3)
	f.two(21, t1, w.clu10())
	f.one(22, p.low)
	f.one(23, pp.low)
	f.one(24, n.low)
	f.one(25, nn.low)
	f.two(26, p.low, w.low)
	f.two(27, w.low, n.low)
	f.one(28, n.suf3)
	f.one(29, n.suf2)
	f.one(30, n.clu10())
	f.one(31, n.clu)
	f.one(32, p.clu10())
	f.one(33, nn.clu10())
	f.two(34, t1, n.clu10())
	f.three(35, t1, w.clu10(), n.clu10())
	f.two(36, w.low, n.clu10())
	f.two(37, w.low, n.suf2)
	f.three(38, t2, t1, w.clu10())
	f.two(39, w.clu10(), n.clu10())
	f.two(40, n.shape, w.shape)
	f.three(41, p.shape, w.shape, n.shape)
	f.two(42, w.suf3, n.clu6())
	f.two(43, w.suf3, w.shape)
	f.two(44, t1, n.low)
}

func b2u(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// uposFeats gathers what tells the universal class of word i, all XPOS given.
func (f *feats) uposFeats(ts []token, i int) {
	f.h = f.h[:0]
	w, p, n := at(ts, i), at(ts, i-1), at(ts, i+1)
	pp, nn := at(ts, i-2), at(ts, i+2)
	x := uint32(w.x)
	xp, xn := uint32(p.x), uint32(n.x)
	f.one(51, x)
	f.two(52, x, w.low)
	f.two(53, x, xp)
	f.two(54, x, xn)
	f.three(55, x, xp, xn)
	f.three(56, w.low, x, xn)
	f.three(57, w.low, x, xp)
	f.three(58, w.low, xn, uint32(nn.x))
	f.three(59, w.low, xp, uint32(pp.x))
	f.two(60, x, w.clu)
	f.two(61, x, w.suf3)
	f.two(62, x, w.shape)
	f.three(63, x, w.low, n.low)
	f.three(64, x, w.low, p.low)
	f.three(65, x, w.low, n.clu10())
	f.three(66, x, w.low, uint32(p.u))
	f.three(67, x, w.clu10(), uint32(p.u))
	f.three(68, w.low, xn, n.low)
	f.two(69, x, w.suf2)
}
