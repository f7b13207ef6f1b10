// @ts-nocheck
// Compiled from templates/*.hbs; run `npx tsx src/generate/render/precompile.ts` after a change there.
import type { TemplateName } from './template-names.js'

export const templateSpecs: Readonly<Record<TemplateName, unknown>> = {
  'types': {"0":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "imports", {"start":{"line":3,"column":2},"end":{"line":3,"column":9}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"unless").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(data,"first"),{"name":"unless","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":0},"end":{"line":8,"column":11}}})) != null ? stack1 : "")
    + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.lambda(container.strict(depth0, "header", {"start":{"line":1,"column":2},"end":{"line":1,"column":8}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"hasImports"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":2,"column":0},"end":{"line":4,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"declarations"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":0},"end":{"line":10,"column":9}}})) != null ? stack1 : "");
},"useData":true},
  'operations': {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "const "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":4,"column":8},"end":{"line":4,"column":12}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(depth0, "type", {"start":{"line":4,"column":18},"end":{"line":4,"column":22}} ), depth0)) != null ? stack1 : "")
    + " = "
    + ((stack1 = alias2(alias1(depth0, "code", {"start":{"line":4,"column":29},"end":{"line":4,"column":33}} ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"1":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), alias2=container.strict, alias3=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"named"),{"name":"if","hash":{},"fn":container.program(2, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":10,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"hasInput"),{"name":"if","hash":{},"fn":container.program(3, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":11,"column":0},"end":{"line":13,"column":7}}})) != null ? stack1 : "")
    + "export type "
    + ((stack1 = alias3(alias2(depth0, "result", {"start":{"line":14,"column":14},"end":{"line":14,"column":20}} ), depth0)) != null ? stack1 : "")
    + " ="
    + ((stack1 = alias3(alias2(depth0, "resultType", {"start":{"line":14,"column":26},"end":{"line":14,"column":36}} ), depth0)) != null ? stack1 : "")
    + "\n\nconst "
    + ((stack1 = alias3(alias2(depth0, "constant", {"start":{"line":16,"column":8},"end":{"line":16,"column":16}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias3(alias2(depths[1], "descriptorType", {"start":{"line":16,"column":22},"end":{"line":16,"column":39}} ), depth0)) != null ? stack1 : "")
    + " = "
    + ((stack1 = alias3(alias2(depth0, "descriptor", {"start":{"line":16,"column":46},"end":{"line":16,"column":56}} ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias3(alias2(depth0, "doc", {"start":{"line":18,"column":2},"end":{"line":18,"column":5}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias3(alias2(depth0, "signature", {"start":{"line":18,"column":9},"end":{"line":18,"column":18}} ), depth0)) != null ? stack1 : "")
    + "\n  return transport.call("
    + ((stack1 = alias3(alias2(depth0, "constant", {"start":{"line":19,"column":26},"end":{"line":19,"column":34}} ), depth0)) != null ? stack1 : "")
    + ", "
    + ((stack1 = alias3(alias2(depth0, "argument", {"start":{"line":19,"column":40},"end":{"line":19,"column":48}} ), depth0)) != null ? stack1 : "")
    + ", options) as Promise<"
    + ((stack1 = alias3(alias2(depth0, "result", {"start":{"line":19,"column":74},"end":{"line":19,"column":80}} ), depth0)) != null ? stack1 : "")
    + ">\n}\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"isPaged"),{"name":"if","hash":{},"fn":container.program(4, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":22,"column":0},"end":{"line":28,"column":7}}})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "named", {"start":{"line":9,"column":2},"end":{"line":9,"column":7}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "input", {"start":{"line":12,"column":2},"end":{"line":12,"column":7}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"4":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "/** The items of all pages of `"
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":23,"column":33},"end":{"line":23,"column":37}} ), depth0)) != null ? stack1 : "")
    + "`, fetched as they are reached; throws on an answer that is no success. */\n"
    + ((stack1 = alias2(alias1(depth0, "itemsSignature", {"start":{"line":24,"column":2},"end":{"line":24,"column":16}} ), depth0)) != null ? stack1 : "")
    + "\n  return "
    + ((stack1 = alias2(alias1(depths[1], "eachItem", {"start":{"line":25,"column":11},"end":{"line":25,"column":22}} ), depth0)) != null ? stack1 : "")
    + "(transport, "
    + ((stack1 = alias2(alias1(depth0, "constant", {"start":{"line":25,"column":38},"end":{"line":25,"column":46}} ), depth0)) != null ? stack1 : "")
    + ", "
    + ((stack1 = alias2(alias1(depth0, "argument", {"start":{"line":25,"column":52},"end":{"line":25,"column":60}} ), depth0)) != null ? stack1 : "")
    + ", options) as AsyncIterable<"
    + ((stack1 = alias2(alias1(depth0, "itemType", {"start":{"line":25,"column":92},"end":{"line":25,"column":100}} ), depth0)) != null ? stack1 : "")
    + ">\n}\n\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"isPaged"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(7, data, 0),"data":data,"loc":{"start":{"line":32,"column":0},"end":{"line":36,"column":7}}})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "memberDoc", {"start":{"line":33,"column":2},"end":{"line":33,"column":11}} ), depth0)) != null ? stack1 : "")
    + "  readonly "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":33,"column":26},"end":{"line":33,"column":30}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(depth0, "pagedType", {"start":{"line":33,"column":36},"end":{"line":33,"column":45}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "memberDoc", {"start":{"line":35,"column":2},"end":{"line":35,"column":11}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "memberSignature", {"start":{"line":35,"column":15},"end":{"line":35,"column":30}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"8":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"isPaged"),{"name":"if","hash":{},"fn":container.program(9, data, 0, blockParams, depths),"inverse":container.program(10, data, 0, blockParams, depths),"data":data,"loc":{"start":{"line":44,"column":0},"end":{"line":50,"column":7}}})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "    "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":45,"column":6},"end":{"line":45,"column":10}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(depths[1], "paged", {"start":{"line":45,"column":16},"end":{"line":45,"column":24}} ), depth0)) != null ? stack1 : "")
    + "(transport, "
    + ((stack1 = alias2(alias1(depth0, "constant", {"start":{"line":45,"column":40},"end":{"line":45,"column":48}} ), depth0)) != null ? stack1 : "")
    + "),\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"hasInput"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.program(12, data, 0),"data":data,"loc":{"start":{"line":46,"column":0},"end":{"line":50,"column":0}}})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "    "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":47,"column":6},"end":{"line":47,"column":10}} ), depth0)) != null ? stack1 : "")
    + ": (input, options) => "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":47,"column":36},"end":{"line":47,"column":40}} ), depth0)) != null ? stack1 : "")
    + "(transport, input, options),\n";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "    "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":49,"column":6},"end":{"line":49,"column":10}} ), depth0)) != null ? stack1 : "")
    + ": (options) => "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":49,"column":29},"end":{"line":49,"column":33}} ), depth0)) != null ? stack1 : "")
    + "(transport, options),\n";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n"
    + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = alias2(alias1(depth0, "header", {"start":{"line":1,"column":2},"end":{"line":1,"column":8}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "imports", {"start":{"line":2,"column":2},"end":{"line":2,"column":9}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"constants"),{"name":"each","hash":{},"fn":container.program(0, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":6,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"operations"),{"name":"each","hash":{},"fn":container.program(1, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":29,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "doc", {"start":{"line":30,"column":2},"end":{"line":30,"column":5}} ), depth0)) != null ? stack1 : "")
    + "export interface "
    + ((stack1 = alias2(alias1(depth0, "resource", {"start":{"line":30,"column":26},"end":{"line":30,"column":34}} ), depth0)) != null ? stack1 : "")
    + " {\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"operations"),{"name":"each","hash":{},"fn":container.program(5, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":31,"column":0},"end":{"line":37,"column":9}}})) != null ? stack1 : "")
    + "}\n\n/** All operations of the tag, bound to one transport. */\nexport function "
    + ((stack1 = alias2(alias1(depth0, "factory", {"start":{"line":41,"column":18},"end":{"line":41,"column":25}} ), depth0)) != null ? stack1 : "")
    + "(transport: "
    + ((stack1 = alias2(alias1(depth0, "transport", {"start":{"line":41,"column":41},"end":{"line":41,"column":50}} ), depth0)) != null ? stack1 : "")
    + "): "
    + ((stack1 = alias2(alias1(depth0, "resource", {"start":{"line":41,"column":57},"end":{"line":41,"column":65}} ), depth0)) != null ? stack1 : "")
    + " {\n  return {\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"operations"),{"name":"each","hash":{},"fn":container.program(8, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":43,"column":0},"end":{"line":51,"column":9}}})) != null ? stack1 : "")
    + "  }\n}\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"helpers"),{"name":"each","hash":{},"fn":container.program(13, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":54,"column":0},"end":{"line":57,"column":9}}})) != null ? stack1 : "");
},"useData":true,"useDepths":true},
  'client': {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "/** The contract's first server; used unless the option `baseUrl` says otherwise. */\nexport const "
    + ((stack1 = alias2(alias1(depth0, "baseUrlName", {"start":{"line":5,"column":15},"end":{"line":5,"column":26}} ), depth0)) != null ? stack1 : "")
    + ": string = "
    + ((stack1 = alias2(alias1(depth0, "baseUrl", {"start":{"line":5,"column":41},"end":{"line":5,"column":48}} ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "members", {"start":{"line":11,"column":2},"end":{"line":11,"column":9}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "clientDoc", {"start":{"line":16,"column":2},"end":{"line":16,"column":11}} ), depth0)) != null ? stack1 : "")
    + "export interface "
    + ((stack1 = alias2(alias1(depth0, "client", {"start":{"line":16,"column":32},"end":{"line":16,"column":38}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "heritage", {"start":{"line":16,"column":42},"end":{"line":16,"column":50}} ), depth0)) != null ? stack1 : "")
    + " {\n  /** The same client for another tenant, where a pathway of the contract leads to it. */\n  as(tenant: string): "
    + ((stack1 = alias2(alias1(depth0, "client", {"start":{"line":18,"column":24},"end":{"line":18,"column":30}} ), depth0)) != null ? stack1 : "")
    + "\n}\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "clientDoc", {"start":{"line":21,"column":2},"end":{"line":21,"column":11}} ), depth0)) != null ? stack1 : "")
    + "export interface "
    + ((stack1 = alias2(alias1(depth0, "client", {"start":{"line":21,"column":32},"end":{"line":21,"column":38}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "heritage", {"start":{"line":21,"column":42},"end":{"line":21,"column":50}} ), depth0)) != null ? stack1 : "")
    + " {}\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "    ..."
    + ((stack1 = container.lambda(container.strict(depth0, "factory", {"start":{"line":39,"column":9},"end":{"line":39,"column":16}} ), depth0)) != null ? stack1 : "")
    + "(transport),\n";
},"5":function(container,depth0,helpers,partials,data) {
    return "    as: (tenant) => assemble(transport.as(tenant)),\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = alias2(alias1(depth0, "header", {"start":{"line":1,"column":2},"end":{"line":1,"column":8}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "imports", {"start":{"line":2,"column":2},"end":{"line":2,"column":9}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"hasBaseUrl"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":7,"column":7}}})) != null ? stack1 : "")
    + "/** What the client needs to know; what the contract cannot do without is required. */\nexport interface "
    + ((stack1 = alias2(alias1(depth0, "options", {"start":{"line":9,"column":19},"end":{"line":9,"column":26}} ), depth0)) != null ? stack1 : "")
    + " extends "
    + ((stack1 = alias2(alias1(depth0, "clientOptions", {"start":{"line":9,"column":39},"end":{"line":9,"column":52}} ), depth0)) != null ? stack1 : "")
    + " {\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"members"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":12,"column":7}}})) != null ? stack1 : "")
    + "}\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"hasPathways"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":15,"column":0},"end":{"line":22,"column":7}}})) != null ? stack1 : "")
    + "\nconst contract: "
    + ((stack1 = alias2(alias1(depth0, "contractType", {"start":{"line":24,"column":18},"end":{"line":24,"column":30}} ), depth0)) != null ? stack1 : "")
    + " = "
    + ((stack1 = alias2(alias1(depth0, "contract", {"start":{"line":24,"column":37},"end":{"line":24,"column":45}} ), depth0)) != null ? stack1 : "")
    + "\n\n/** A client for all operations; nothing is sent until one is called. */\nexport function "
    + ((stack1 = alias2(alias1(depth0, "factory", {"start":{"line":27,"column":18},"end":{"line":27,"column":25}} ), depth0)) != null ? stack1 : "")
    + "(options: "
    + ((stack1 = alias2(alias1(depth0, "options", {"start":{"line":27,"column":39},"end":{"line":27,"column":46}} ), depth0)) != null ? stack1 : "")
    + "): "
    + ((stack1 = alias2(alias1(depth0, "client", {"start":{"line":27,"column":53},"end":{"line":27,"column":59}} ), depth0)) != null ? stack1 : "")
    + " {\n  return assemble("
    + ((stack1 = alias2(alias1(depth0, "transportFactory", {"start":{"line":28,"column":20},"end":{"line":28,"column":36}} ), depth0)) != null ? stack1 : "")
    + "(options))\n}\n\n/** What standalone functions of `operations/` take first: bundlers leave out all that is not called. */\nexport function "
    + ((stack1 = alias2(alias1(depth0, "transportFactory", {"start":{"line":32,"column":18},"end":{"line":32,"column":34}} ), depth0)) != null ? stack1 : "")
    + "(options: "
    + ((stack1 = alias2(alias1(depth0, "options", {"start":{"line":32,"column":48},"end":{"line":32,"column":55}} ), depth0)) != null ? stack1 : "")
    + "): "
    + ((stack1 = alias2(alias1(depth0, "transport", {"start":{"line":32,"column":62},"end":{"line":32,"column":71}} ), depth0)) != null ? stack1 : "")
    + " {\n  return "
    + ((stack1 = alias2(alias1(depth0, "createTransport", {"start":{"line":33,"column":11},"end":{"line":33,"column":26}} ), depth0)) != null ? stack1 : "")
    + "(contract, options)\n}\n\nfunction assemble(transport: "
    + ((stack1 = alias2(alias1(depth0, "transport", {"start":{"line":36,"column":31},"end":{"line":36,"column":40}} ), depth0)) != null ? stack1 : "")
    + "): "
    + ((stack1 = alias2(alias1(depth0, "client", {"start":{"line":36,"column":47},"end":{"line":36,"column":53}} ), depth0)) != null ? stack1 : "")
    + " {\n  return {\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"tags"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":38,"column":0},"end":{"line":40,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"hasPathways"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":41,"column":0},"end":{"line":43,"column":7}}})) != null ? stack1 : "")
    + "  }\n}\n";
},"useData":true},
  'server-tag': {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), alias2=container.strict, alias3=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"named"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":4,"column":0},"end":{"line":6,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = alias3(alias2(depth0, "request", {"start":{"line":7,"column":2},"end":{"line":7,"column":9}} ), depth0)) != null ? stack1 : "")
    + "\nexport type "
    + ((stack1 = alias3(alias2(depth0, "reply", {"start":{"line":8,"column":14},"end":{"line":8,"column":19}} ), depth0)) != null ? stack1 : "")
    + " ="
    + ((stack1 = alias3(alias2(depth0, "replyType", {"start":{"line":8,"column":25},"end":{"line":8,"column":34}} ), depth0)) != null ? stack1 : "")
    + "\n\nexport interface "
    + ((stack1 = alias3(alias2(depth0, "respond", {"start":{"line":10,"column":19},"end":{"line":10,"column":26}} ), depth0)) != null ? stack1 : "")
    + " {\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"respondMembers"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":11,"column":0},"end":{"line":13,"column":7}}})) != null ? stack1 : "")
    + "}\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "named", {"start":{"line":5,"column":2},"end":{"line":5,"column":7}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "respondMembers", {"start":{"line":12,"column":2},"end":{"line":12,"column":16}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "doc", {"start":{"line":19,"column":2},"end":{"line":19,"column":5}} ), depth0)) != null ? stack1 : "")
    + "  "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":19,"column":11},"end":{"line":19,"column":15}} ), depth0)) != null ? stack1 : "")
    + "(request: "
    + ((stack1 = alias2(alias1(depth0, "requestName", {"start":{"line":19,"column":29},"end":{"line":19,"column":40}} ), depth0)) != null ? stack1 : "")
    + "): "
    + ((stack1 = alias2(alias1(depth0, "reply", {"start":{"line":19,"column":47},"end":{"line":19,"column":52}} ), depth0)) != null ? stack1 : "")
    + " | Promise<"
    + ((stack1 = alias2(alias1(depth0, "reply", {"start":{"line":19,"column":67},"end":{"line":19,"column":72}} ), depth0)) != null ? stack1 : "")
    + ">\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "const "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":24,"column":8},"end":{"line":24,"column":12}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(depth0, "type", {"start":{"line":24,"column":18},"end":{"line":24,"column":22}} ), depth0)) != null ? stack1 : "")
    + " = "
    + ((stack1 = alias2(alias1(depth0, "code", {"start":{"line":24,"column":29},"end":{"line":24,"column":33}} ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "  "
    + ((stack1 = container.lambda(container.strict(depth0, "descriptor", {"start":{"line":29,"column":4},"end":{"line":29,"column":14}} ), depth0)) != null ? stack1 : "")
    + ",\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n"
    + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = alias2(alias1(depth0, "header", {"start":{"line":1,"column":2},"end":{"line":1,"column":8}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "imports", {"start":{"line":2,"column":2},"end":{"line":2,"column":9}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"operations"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":16,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "doc", {"start":{"line":17,"column":2},"end":{"line":17,"column":5}} ), depth0)) != null ? stack1 : "")
    + "export interface "
    + ((stack1 = alias2(alias1(depth0, "handlers", {"start":{"line":17,"column":26},"end":{"line":17,"column":34}} ), depth0)) != null ? stack1 : "")
    + " {\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"operations"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":18,"column":0},"end":{"line":20,"column":9}}})) != null ? stack1 : "")
    + "}\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"constants"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":23,"column":0},"end":{"line":26,"column":9}}})) != null ? stack1 : "")
    + "export const "
    + ((stack1 = alias2(alias1(depth0, "descriptors", {"start":{"line":27,"column":15},"end":{"line":27,"column":26}} ), depth0)) != null ? stack1 : "")
    + ": readonly "
    + ((stack1 = alias2(alias1(depth0, "descriptorType", {"start":{"line":27,"column":41},"end":{"line":27,"column":55}} ), depth0)) != null ? stack1 : "")
    + "[] = [\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"operations"),{"name":"each","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":28,"column":0},"end":{"line":30,"column":9}}})) != null ? stack1 : "")
    + "]\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"helpers"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":32,"column":0},"end":{"line":35,"column":9}}})) != null ? stack1 : "");
},"useData":true},
  'server': {"0":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "members", {"start":{"line":8,"column":2},"end":{"line":8,"column":9}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = alias2(alias1(depth0, "header", {"start":{"line":1,"column":2},"end":{"line":1,"column":8}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "imports", {"start":{"line":2,"column":2},"end":{"line":2,"column":9}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "handlersDoc", {"start":{"line":3,"column":2},"end":{"line":3,"column":13}} ), depth0)) != null ? stack1 : "")
    + "export interface "
    + ((stack1 = alias2(alias1(depth0, "handlers", {"start":{"line":3,"column":34},"end":{"line":3,"column":42}} ), depth0)) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "heritage", {"start":{"line":3,"column":46},"end":{"line":3,"column":54}} ), depth0)) != null ? stack1 : "")
    + " {}\n\n/** What the server needs to know; what the contract cannot do without is required. */\nexport interface "
    + ((stack1 = alias2(alias1(depth0, "options", {"start":{"line":6,"column":19},"end":{"line":6,"column":26}} ), depth0)) != null ? stack1 : "")
    + " extends "
    + ((stack1 = alias2(alias1(depth0, "serverOptions", {"start":{"line":6,"column":39},"end":{"line":6,"column":52}} ), depth0)) != null ? stack1 : "")
    + " {\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"members"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":9,"column":7}}})) != null ? stack1 : "")
    + "}\n\nconst contract: "
    + ((stack1 = alias2(alias1(depth0, "contractType", {"start":{"line":12,"column":18},"end":{"line":12,"column":30}} ), depth0)) != null ? stack1 : "")
    + " = "
    + ((stack1 = alias2(alias1(depth0, "contract", {"start":{"line":12,"column":37},"end":{"line":12,"column":45}} ), depth0)) != null ? stack1 : "")
    + "\n\n/** The server of the contract; an adapter attaches it to node:http, fetch or a framework. */\nexport function "
    + ((stack1 = alias2(alias1(depth0, "factory", {"start":{"line":15,"column":18},"end":{"line":15,"column":25}} ), depth0)) != null ? stack1 : "")
    + "(options: "
    + ((stack1 = alias2(alias1(depth0, "options", {"start":{"line":15,"column":39},"end":{"line":15,"column":46}} ), depth0)) != null ? stack1 : "")
    + "): "
    + ((stack1 = alias2(alias1(depth0, "server", {"start":{"line":15,"column":53},"end":{"line":15,"column":59}} ), depth0)) != null ? stack1 : "")
    + " {\n  return "
    + ((stack1 = alias2(alias1(depth0, "createServer", {"start":{"line":16,"column":11},"end":{"line":16,"column":23}} ), depth0)) != null ? stack1 : "")
    + "(contract, options)\n}\n";
},"useData":true},
}
