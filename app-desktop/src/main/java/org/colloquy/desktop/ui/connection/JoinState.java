package org.colloquy.desktop.ui.connection;

import org.colloquy.desktop.client.Failure;

/// What became of the wish to show another server.
public sealed interface JoinState {
  record Idle() implements JoinState {}

  record Working() implements JoinState {}

  /// The address is none, or one that would be read on the way.
  record NoAddress() implements JoinState {}

  /// The invitation was used, taken back, or its time is over.
  record InvitationOver() implements JoinState {}

  /// The code for a new password is none of this account's, was used, or its time is over.
  record ResetCodeOver() implements JoinState {}

  /// It is shown now.
  ///
  /// @param account whose conversations these are
  record Joined(String account) implements JoinState {}

  record Fails(Failure failure) implements JoinState {}
}
