package org.aidledger.api.security;

import java.util.List;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.security.AccountDesk.AccountView;
import org.aidledger.api.security.AccountDesk.WantedAccount;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the local accounts over HTTP. */
@RestController
@Needs(Right.ACCOUNTS)
@RequestMapping("/api/v1/accounts")
class AccountsController {

    private final AccountDesk desk;

    AccountsController(AccountDesk desk) {
        this.desk = desk;
    }

    /** The accounts. */
    record AccountList(List<AccountView> items) {}

    @GetMapping
    AccountList all() {
        return new AccountList(desk.all());
    }

    @GetMapping("/{user}")
    AccountView one(@PathVariable String user) {
        return desk.one(user);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AccountView add(@RequestBody WantedAccount wanted) {
        return desk.add(wanted);
    }

    @PutMapping(path = "/{user}", consumes = MediaType.APPLICATION_JSON_VALUE)
    AccountView change(@PathVariable String user, @RequestBody WantedAccount wanted) {
        return desk.change(user, wanted);
    }

    /** Nobody signs in to it any more, and its tokens and sessions open nothing. */
    @PostMapping("/{user}/lock")
    AccountView lock(@PathVariable String user) {
        return desk.lock(user);
    }

    @PostMapping("/{user}/unlock")
    AccountView unlock(@PathVariable String user) {
        return desk.unlock(user);
    }

    /** Gives a new first password, shown once, to be changed by its receiver. */
    @PostMapping("/{user}/reset-password")
    AccountView reset(@PathVariable String user) {
        return desk.reset(user);
    }
}
