package org.aidledger.api.security;

import java.util.List;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.security.TokenDesk.TokenView;
import org.aidledger.api.security.TokenDesk.WantedToken;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes, lists and revokes tokens over HTTP. */
@RestController
@Needs(Right.OWN)
@RequestMapping("/api/v1/tokens")
class TokensController {

    private final TokenDesk desk;

    TokensController(TokenDesk desk) {
        this.desk = desk;
    }

    /** Tokens. */
    record TokenList(List<TokenView> items) {}

    /**
     * Tokens, the newest first.
     *
     * @param user whose; if absent, the caller's own, or everybody's for administrators
     */
    @GetMapping
    TokenList list(@RequestParam Optional<String> user) {
        return new TokenList(desk.list(user));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    TokenView make(@RequestBody WantedToken wanted) {
        return desk.make(wanted);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        desk.revoke(id);
    }
}
