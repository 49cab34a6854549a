package org.colloquy.server.api;

import java.util.Set;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.server.core.identity.Scope;

/// Somebody who comes to a door.
///
/// @param header where they show what they have
/// @param shows empty for nothing
/// @param agents whether the agents API issued it
/// @param program whether it is a token for a program
record Persona(String name, String header, String shows, boolean agents, boolean program, Due due) {
  private static final String SCHEME = "Bearer ";

  /// What is due to them.
  sealed interface Due {}

  /// They do not prove who they are.
  record Unknown(Why why) implements Due {}

  /// They may do this.
  record Known(Set<Scope> scopes) implements Due {}

  /// Somebody who proves nothing.
  static Persona unknown(String name, String header, String shows, Why why) {
    return new Persona(name, header, shows, false, false, new Unknown(why));
  }

  /// Somebody whose token is not good.
  static Persona unknown(String name, String token, Why why) {
    return unknown(name, "Authorization", SCHEME + token, why);
  }

  /// Somebody who signed in.
  static Persona signedIn(String name, String token, Set<Scope> scopes) {
    return new Persona(name, "Authorization", SCHEME + token, false, false, new Known(scopes));
  }

  /// Somebody who signed in through the agents API.
  static Persona throughAgents(String name, String token, Set<Scope> scopes) {
    return new Persona(name, "Authorization", SCHEME + token, true, false, new Known(scopes));
  }

  /// A program with a token of its own.
  static Persona program(String name, String token, Set<Scope> scopes) {
    return new Persona(name, "Authorization", SCHEME + token, false, true, new Known(scopes));
  }

  /// What they can put into an address.
  String token() {
    return header.equals("Authorization") && shows.startsWith(SCHEME)
        ? shows.substring(SCHEME.length())
        : "";
  }

  /// Whether they say nothing where a proof would be looked for.
  boolean silent() {
    return shows.isEmpty() || !header.equals("Authorization");
  }

  /// Whether signing out would be felt by others in the same row.
  boolean hasSession() {
    return !program && !shows.isEmpty();
  }

  @Override
  public String toString() {
    return name;
  }
}
