package org.colloquy.desktop.ui.chat;

import org.colloquy.model.TurnId;

/// A tool that waits for a person's word before it runs.
///
/// @param call the call's id
/// @param arguments exactly what the tool would get, as JSON
record WantedApproval(TurnId turn, String call, String tool, String arguments) {}
