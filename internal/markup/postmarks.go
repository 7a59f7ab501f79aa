package markup

import "strings"

// postMarks are the class words that programs give the element of a post, and
// bodyMarks those of the element of its words. They stand for the whole value
// of a class: "message-body", not "message".
var postMarks = set(`post postbit postcontainer post-container post-wrapper post_wrapper post_block post_wrap postrow message message--post messagelist crawler-post
	topic-post topic-body comment ipscomment ipscomment_wrap answer question reply windowbg windowbg2 cpost forum-post forum_post js-post bbp-reply topic-reply entry-comment posthistory
	lia-message-view-display lia-component-forums-widget-message-view-two thing commentarea-comment forumpost b-post pinned-post post-stream-item postitem post-item comment-item commentitem topicpost itemcomment s-comment js-comment ipstype_post ipsentry comment-node post-listing blockpost post_container postbitlegacy post-box msg`)

var bodyMarks = set(`postbody post-body post_body content message-body messagetext message-content messagecontent bbwrapper post-content post_content postcontent post__content post-text post_text posttext
	js-post-body s-prose usertext-body md cooked comment-content comment-body comment_body commentbody comment-text commenttext comment-copy ipstype_richtext cpost_content ipscomment_content
	lia-message-body-content lia-message-body bbp-reply-content content-text entry-content post_message postmessage vb_postbit post-message message_body text-content inner post_body_html body-text richtext userquote comment__body comment__content ipsrichtext--user md-div postmsg
	postbody-text posting post-entry topic-text forum-post-content reply-content answer-content question-content`)

// commentMarks are classes of a comment on a question or an answer.
var commentMarks = set(`js-comment s-comment comment`)

// bodyID reports whether the id of element n numbers the words of a post:
// "post_message_123", "msg_123".
func (r *reader) bodyID(n int32) bool {
	id, ok := r.attr(n, keyID)
	if !ok || len(id) > 40 {
		return false
	}
	k := strings.TrimRight(id, "0123456789")
	return len(k) < len(id) && (k == "post_message_" || k == "msg_" || k == "post-content-" || k == "comment-content-" || k == "post_text_")
}

// notBody are classes of what stands in a post beside its words.
var notBody = set(`signature message-signature sig post-signature post_sig signature-content signature-content-wrapper ipstype_light js-expandlink lastedit message-lastedit edited notice likes likebar reactions reactionsbar post-actions post_buttons message-footer message-attribution postprofile message-user userinfo author poster post-author
	user-details post-menu flair sharebar bbcodeblock-expandlink bbcodeblock-shrinklink post-links postfoot js-comments-container comments-link report quickreply attribution postdetails author-badge awarding-bar bbcodeblock--unfurl onebox js-unfurl ipsembedded link-preview inline-attachment attachbox`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// hasMark reports whether a class or id of node n is one of marks.
func (p *page) hasMark(n int32, marks map[string]bool) bool {
	class, _ := p.attr(n, keyClass)
	if len(class) < 500 {
		for c := range strings.FieldsSeq(class) {
			if marks[lowered(c)] {
				return true
			}
		}
	}
	return false
}

// postID is the word of an id that numbers posts: "post_12345" -> "post".
func postID(id string) string {
	i := len(id)
	for i > 0 && isDigit(id[i-1]) {
		i--
	}
	if i == len(id) || i == 0 {
		return ""
	}
	switch k := strings.Trim(strings.ToLower(id[:i]), "-_:#"); k {
	case "post", "p", "pid", "msg", "message", "comment", "comment-id", "js-post", "answer", "question", "edit", "post-id", "postid", "reply", "elcomment", "post_message", "td_post", "thing_t1", "post-main", "topic-post", "entry", "c", "li-comment", "div-comment", "forum_post":
		return k
	}
	return ""
}
