package org.colloquy.server.core.provider;

import org.colloquy.model.Key;

/// A key as its owner sees it.
public record OwnKey(Key key, Sharing sharing) {}
