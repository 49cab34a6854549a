package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.colloquy.model.Ability;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelId;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.ProviderId;
import org.jspecify.annotations.Nullable;

/// Reads models and what is known of them out of the server's JSON.
final class WireModels {
  private static final long MILLIONTHS = 1_000_000;

  private WireModels() {}

  static ModelInfo model(ProviderId provider, JsonNode node) {
    var facts =
        new ModelFacts(
            figure(node.path("contextWindow")),
            figure(node.path("longestAnswer")),
            null,
            price(node.path("price")));
    return new ModelInfo(
        new ModelId(Wire.id(node, "id")),
        node.path("number").asLong(),
        provider,
        Wire.text(node, "name"),
        Wire.text(node, "title"),
        node.path("abilities").isArray() ? able(facts, node.path("abilities")) : facts);
  }

  private static ModelFacts able(ModelFacts facts, JsonNode abilities) {
    var known =
        StreamSupport.stream(abilities.spliterator(), false)
            .map(word -> Wire.constant(Ability.class, word.asText(), Ability.TEXT))
            .collect(Collectors.toSet());
    return new ModelFacts(null, null, known, null).or(facts);
  }

  private static @Nullable Integer figure(JsonNode node) {
    return node.isNumber() ? node.asInt() : null;
  }

  private static @Nullable ModelPrice price(JsonNode node) {
    return node.isObject()
        ? new ModelPrice(
            millionths(node, "input"),
            millionths(node, "output"),
            millionthsOrNull(node, "cached"),
            millionthsOrNull(node, "cacheWritten"))
        : null;
  }

  private static @Nullable Long millionthsOrNull(JsonNode price, String field) {
    return price.path(field).isNumber() ? millionths(price, field) : null;
  }

  private static long millionths(JsonNode price, String field) {
    return Math.round(price.path(field).asDouble() * MILLIONTHS);
  }
}
