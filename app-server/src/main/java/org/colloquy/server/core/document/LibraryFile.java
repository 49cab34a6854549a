package org.colloquy.server.core.document;

import org.colloquy.model.Attachment;

/// A file of an account, in whichever conversation it is.
///
/// @param title of its conversation; may be empty
/// @param reading how far its text is read
public record LibraryFile(Attachment attachment, String title, Reading reading) {}
