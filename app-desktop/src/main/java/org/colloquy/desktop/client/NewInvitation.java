package org.colloquy.desktop.client;

/// An invitation's code at the only moment when it is known.
public record NewInvitation(InvitationEntry entry, String code) {
  @Override
  public String toString() {
    return entry.toString();
  }
}
