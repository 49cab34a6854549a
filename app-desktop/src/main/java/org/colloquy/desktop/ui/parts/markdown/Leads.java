package org.colloquy.desktop.ui.parts.markdown;

import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;

/// What happens when a place in a text is followed.
///
/// @param browser opens an address that was clicked
/// @param open shows the sources that the mark with this index names
/// @param card what is shown while the pointer or the focus is on that mark
public record Leads(Consumer<URI> browser, Consumer<Integer> open, Function<Integer, Node> card) {}
