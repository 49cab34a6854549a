package org.colloquy.desktop.ui.chat;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.colloquy.desktop.ui.parts.data.Drawings;
import org.colloquy.desktop.ui.parts.markdown.CodeActions;
import org.colloquy.desktop.ui.parts.math.Formulas;

/// What can be done from a message on the screen.
///
/// @param browser opens an address outside
/// @param drawings fetches plots
/// @param sources what can be done with the sources of an answer
/// @param formulas draws them
/// @param code what can be done with code
/// @param find what is looked for
/// @param facts tells how answers came about
/// @param models tells all that can be asked
public record MessageActions(
    ChatViewModel chat,
    Approvals approvals,
    Consumer<URI> browser,
    Drawings drawings,
    SourceActions sources,
    Formulas formulas,
    CodeActions code,
    FindViewModel find,
    AnswerFacts facts,
    Supplier<List<ModelChoice>> models) {}
