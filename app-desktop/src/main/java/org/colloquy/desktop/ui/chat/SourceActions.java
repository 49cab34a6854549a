package org.colloquy.desktop.ui.chat;

import java.util.function.Consumer;
import org.colloquy.desktop.ui.parts.sources.SourceLine;
import org.colloquy.model.MessageId;

/// What can be done with the sources of an answer.
///
/// @param open shows the page of one
/// @param select is told of the answer whose sources a person looks at
/// @param bibliography shows what an answer cites as publications
public record SourceActions(
    Consumer<SourceLine> open, Consumer<MessageId> select, Consumer<MessageId> bibliography) {}
