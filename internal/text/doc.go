// Package text breaks a text into sentences, words and shingles, and keeps
// every byte offset.
//
// Two kinds of words are given. [Words] are what a reader counts as words:
// punctuation is left out and "don't" is one. [Tokens] are the words of
// Universal Dependencies: marks are words of their own, "don't" is "do" and
// "n't", "Myanmar's" is "Myanmar" and "'s".
//
// Any bytes may come in. Bytes that are no UTF-8 are marks of one byte each.
// All functions take time linear in the length of what they read.
package text
