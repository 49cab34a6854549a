package org.colloquy.server.core.turn;

import org.colloquy.model.Agent;

/// Who answers a turn.
///
/// @param agent with values in the gaps of its instructions
record Answerer(Agent agent, ChosenModel model) {}
