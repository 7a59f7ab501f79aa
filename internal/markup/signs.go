package markup

import "strings"

// programs that run forums, as they name themselves in a page's head.
var programs = []string{"discourse", "xenforo", "phpbb", "vbulletin", "simple machines", "smf", "mybb", "invision", "vanilla", "flarum", "nodebb", "bbpress", "fluxbb", "punbb", "askbot", "question2answer", "wbb", "woltlab", "ip.board"}

// threadClasses are class words and ids that only the pages of forum programs
// have.
var threadClasses = set(`crawler-post ipsapp ipscomment message--post bbwrapper lia-message lia-message-body postbit postbitlegacy windowbg postarea keyinfo bbp-reply js-post s-prose
	postbody postprofile post-stream topic-post topic-body p-body-pagecontent structitem template-thread_view js-thread usertext-body commentarea postmessage posttext thread-main nodebb phpbb xf ipsentry comment-node publisher-anchor-color chat_page from_name`)

// threadSigns counts the signs that a page is a thread, up to four: its
// program's name, the types of its data, its classes, its address.
func (p *page) threadSigns() int {
	if p.threads >= 0 {
		return int(p.threads)
	}
	n := 0
	for _, m := range p.metas {
		if name, _ := p.attr(m, keyName); strings.EqualFold(name, "generator") {
			content, _ := p.attr(m, keyContent)
			if namesAny(strings.ToLower(content), programs) {
				n++
			}
		}
	}
	for _, at := range p.ld {
		if namesAny(p.src[at.from:at.to], []string{"DiscussionForumPosting", "QAPage"}) {
			n++
			break
		}
	}
	seen := map[string]bool{}
	for i := range p.nodes {
		e := p.nodes[i].attrs
		for _, a := range p.attrs[e.from:e.to] {
			v := p.src[a.val.from:a.val.to]
			switch a.key {
			case keyItemtype:
				if strings.HasSuffix(v, "/DiscussionForumPosting") || strings.HasSuffix(v, "/Question") || strings.HasSuffix(v, "/QAPage") {
					seen["type"] = true
				}
			case keyClass, keyID:
				if len(v) < 200 {
					for w := range strings.FieldsSeq(v) {
						if len(w) < 24 && threadClasses[lowered(w)] {
							seen[lowered(w)] = true
						}
					}
				}
			}
		}
	}
	n += len(seen)
	for _, l := range p.links {
		if rel, _ := p.attr(l, keyRel); rel == "canonical" {
			href, _ := p.attr(l, keyHref)
			if namesAny(strings.ToLower(href), threadPaths) {
				n++
			}
		}
	}
	p.threads = int8(min(n, 4))
	return int(p.threads)
}

// threadPaths are parts of the addresses of threads.
var threadPaths = []string{"/forum", "forum.", "forums.", "/threads/", "/thread/", "/thread-", "/topic/", "/topics/", "viewtopic", "showthread", "/comments/", "community.", "/discussion/", "/viewthread", "/t5/", "boards."}

func namesAny(s string, any []string) bool {
	for _, a := range any {
		if strings.Contains(s, a) {
			return true
		}
	}
	return false
}

// lowered is s in lower case, s itself where it is so already.
func lowered(s string) string {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}
