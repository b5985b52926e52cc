#!/usr/bin/env node
// The command, as built: `npx --package=github:tidemark-ml/tidemark tidemark`, or from a checkout.
import '../dist/cli.js'
