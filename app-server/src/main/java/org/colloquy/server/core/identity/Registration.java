package org.colloquy.server.core.identity;

import org.colloquy.model.Profile;

/// What somebody who wants an account tells.
public record Registration(String username, String email, String password, Profile profile) {}
