package org.colloquy.desktop.ui.chat;

import java.util.List;
import java.util.function.Function;

/// A sign that opens a list when it is the first that is written, such as `/`.
///
/// @param begun is told when the sign was typed
/// @param fitting what there is for the words behind the sign
public record Trigger(char sign, Runnable begun, Function<String, List<Suggestion>> fitting) {}
