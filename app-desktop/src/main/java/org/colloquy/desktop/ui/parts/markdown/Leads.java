package org.colloquy.desktop.ui.parts.markdown;

import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import org.colloquy.desktop.ui.parts.math.Formulas;

/// What a text needs from around it: what happens when a place in it is followed, and who draws.
///
/// @param browser opens an address that was clicked
/// @param open shows the sources that the mark with this index names
/// @param card what is shown while the pointer or the focus is on that mark
/// @param formulas draws them
/// @param code what can be done with code
/// @param notes the footnotes of the text
public record Leads(
    Consumer<URI> browser,
    Consumer<Integer> open,
    Function<Integer, Node> card,
    Formulas formulas,
    CodeActions code,
    Notes notes) {}
