package org.colloquy.server.core.identity;

import org.colloquy.model.Profile;
import org.jspecify.annotations.Nullable;

/// Changes to a profile; null leaves a field as it is.
public record ProfileChange(
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String country,
    @Nullable String affiliation,
    @Nullable String position,
    @Nullable String fieldOfStudy) {
  Profile applyTo(Profile profile) {
    return new Profile(
        firstName == null ? profile.firstName() : firstName,
        lastName == null ? profile.lastName() : lastName,
        country == null ? profile.country() : country,
        affiliation == null ? profile.affiliation() : affiliation,
        position == null ? profile.position() : position,
        fieldOfStudy == null ? profile.fieldOfStudy() : fieldOfStudy);
  }
}
