package org.colloquy.desktop.ui.keys;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.colloquy.model.ProviderKind;
import org.jspecify.annotations.Nullable;

/// What is entered to add a provider and a key.
public final class KeyForm {
  private final ObjectProperty<@Nullable ProviderOption> option = new SimpleObjectProperty<>();
  private final ObjectProperty<ProviderKind> kind =
      new SimpleObjectProperty<>(ProviderKind.OPENAI_CHAT);
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty secret = new SimpleStringProperty("");
  private final StringProperty nickname = new SimpleStringProperty("");
  private final BooleanBinding complete;
  private Set<String> taken = Set.of();

  KeyForm() {
    option.addListener((_, _, chosen) -> prefill(chosen));
    complete = Bindings.createBooleanBinding(this::hasProvider, option, address);
  }

  private void prefill(@Nullable ProviderOption chosen) {
    switch (chosen) {
      case null -> fill("", "", ProviderKind.OPENAI_CHAT);
      case ProviderOption.Present(var provider) ->
          fill(provider.name(), provider.address(), provider.kind());
      case ProviderOption.Known(var entry) -> fill(entry.name(), entry.address(), entry.kind());
      case ProviderOption.File _ -> fill("", "", ProviderKind.GGUF);
      case ProviderOption.ByAddress _ -> fill("", "", ProviderKind.OPENAI_CHAT);
    }
  }

  private void fill(String providerName, String providerAddress, ProviderKind spoken) {
    kind.set(spoken);
    name.set(providerName);
    address.set(providerAddress);
    nickname.set(free(providerName));
  }

  /// Nicknames are one of a kind.
  private String free(String wanted) {
    var name = wanted;
    for (var number = 2; taken.contains(name); number++) {
      name = wanted + " " + number;
    }
    return name;
  }

  void taken(Set<String> nicknames) {
    taken = Set.copyOf(nicknames);
  }

  private boolean hasProvider() {
    return option.get() != null && !cleanAddress().isEmpty();
  }

  void clear() {
    option.set(null);
    secret.set("");
    fill("", "", ProviderKind.OPENAI_CHAT);
  }

  /// The language that the provider speaks; asked only for one that is added by its address.
  public ObjectProperty<ProviderKind> kind() {
    return kind;
  }

  public ObjectProperty<@Nullable ProviderOption> option() {
    return option;
  }

  /// The provider's name; asked only for one that is added by its address.
  public StringProperty name() {
    return name;
  }

  public StringProperty address() {
    return address;
  }

  public StringProperty secret() {
    return secret;
  }

  public StringProperty nickname() {
    return nickname;
  }

  /// Whether it names a provider.
  public BooleanBinding complete() {
    return complete;
  }

  /// What is entered now, cleaned: a pasted key often brings blanks and line ends with it.
  Entered entered() {
    var clean = cleanAddress();
    var called = name.get().isBlank() ? host(clean) : name.get().strip();
    var nicknamed = nickname.get().isBlank() ? called : nickname.get().strip();
    return new Entered(
        option.get(), called, kind.get(), clean, secret.get().replaceAll("\\s", ""), nicknamed);
  }

  record Entered(
      @Nullable ProviderOption option,
      String name,
      ProviderKind kind,
      String address,
      String secret,
      String nickname) {
    @Override
    public String toString() {
      return name + " " + address;
    }
  }

  private String cleanAddress() {
    return address.get().strip().replaceAll("/+$", "");
  }

  /// The host, or of a file its name.
  private static String host(String address) {
    if (address.startsWith("/") || address.matches("[A-Za-z]:\\\\.*")) {
      return address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf('\\')) + 1);
    }
    try {
      var host = new URI(address).getHost();
      return host == null ? address : host;
    } catch (URISyntaxException _) {
      return address;
    }
  }
}
