package org.colloquy.model;

/// How much of a message there is.
public enum MessageState {
  /// The model is still speaking; what is stored is what was written down last.
  GROWING,
  /// Everything is there.
  COMPLETE,
  /// It ended early: stopped, failed, or the program died. What was said is kept.
  CUT_OFF
}
