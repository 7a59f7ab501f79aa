package markup

import "strings"

// signs that a page is a thread: what programs that run forums write into it.
var signs = []string{
	"DiscussionForumPosting", "schema.org/Question", "\"QAPage\"", "schema.org/QAPage", "id=\"phpbb\"", "XenForo", "id=\"XF\"", "vBulletin", "vbulletin", "phpBB", "Discourse", "Simple Machines",
	"invisioncommunity", "ipsApp", "MyBB", "Vanilla Forums", "flarum", "nodebb", "bbpress", "showthread.php", "viewtopic.php", "stackexchange", "crawler-post", "data-topic-id", "lia-message", "shreddit-post",
}

// threadSigns counts the signs that a page is a thread, up to four. It looks
// once through the first part of the page's bytes for each.
func (p *page) threadSigns() int {
	if p.threads >= 0 {
		return int(p.threads)
	}
	n := 0
	src := p.src[:min(len(p.src), 1<<18)]
	for _, s := range signs {
		if strings.Contains(src, s) {
			if n++; n == 4 {
				break
			}
		}
	}
	p.threads = int8(n)
	return n
}
