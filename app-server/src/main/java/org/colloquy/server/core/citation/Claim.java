package org.colloquy.server.core.citation;

/// What an answer says about a passage: that it stands there, or these words of it.
///
/// @param number of the passage; 0 when the answer names none
/// @param start of the number's mark in the answer; of the quotation where there is no mark
/// @param end after its last character
/// @param quote empty when the passage is only named
record Claim(int number, int start, int end, String quote) {}
